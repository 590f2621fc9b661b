import type { LayerMaskState, LazyPlanes, Planes, Samples } from '../model/state';
import { decodeRows, isSeekable } from './encodedPlane';
import { decodeOriginRows, planesOriginOf } from './origin';

/** Reads rows of planes, and of masks, without decoding more of a file than must be. */
export interface RowReader {
  planes(pixels: LazyPlanes, width: number, top: number, bottom: number): Planes;
  mask(mask: LayerMaskState, width: number, top: number, bottom: number): Samples;
}

/** Planes that can only be decoded whole are kept for as long as the reader lives. */
export function createRowReader(): RowReader {
  const planesKept = new Map<LazyPlanes, Planes>();
  const masksKept = new Map<LayerMaskState, Samples>();
  return {
    planes: (pixels, width, top, bottom) => {
      const origin = planesOriginOf(pixels);
      const all = origin && [...origin.color, ...(origin.alpha ? [origin.alpha] : [])];
      if (origin && all?.every(isSeekable)) return decodeOriginRows(origin, top, bottom);
      const whole = planesKept.get(pixels) ?? pixels.read();
      planesKept.set(pixels, whole);
      return cutRows(whole, width, top, bottom);
    },
    mask: (mask, width, top, bottom) => {
      const plane = planesOriginOf(mask)?.color[0];
      if (plane && isSeekable(plane)) return decodeRows(plane, top, bottom);
      const whole = masksKept.get(mask) ?? mask.samples();
      masksKept.set(mask, whole);
      return whole.subarray(top * width, bottom * width);
    },
  };
}

function cutRows({ color, alpha }: Planes, width: number, top: number, bottom: number): Planes {
  const cut = (plane: Samples) => plane.subarray(top * width, bottom * width);
  const rows = { color: color.map(cut) };
  return alpha ? { ...rows, alpha: cut(alpha) } : rows;
}
