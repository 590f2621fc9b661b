import type { LayerMaskState, LazyPlanes, Planes, Samples } from '../model/state';
import { decodeRows, isSeekable, type EncodedPlane } from './encodedPlane';
import { decodeOriginRows, planesOriginOf } from './origin';
import { createRowStream, type RowStream } from './rowStream';

/** Reads rows of planes, and of masks, without decoding more of a file than must be. */
export interface RowReader {
  planes(pixels: LazyPlanes, width: number, top: number, bottom: number): Planes;
  mask(mask: LayerMaskState, width: number, top: number, bottom: number): Samples;
}

/** Planes that can only be decoded from their beginning go on from where they were, as long as the reader lives. */
export function createRowReader(): RowReader {
  const streams = new Map<EncodedPlane, RowStream>();
  const decode = (plane: EncodedPlane, top: number, bottom: number) => {
    if (isSeekable(plane) || top >= bottom) return decodeRows(plane, top, bottom);
    const stream = streams.get(plane) ?? createRowStream(plane);
    streams.set(plane, stream);
    return stream.rows(top, bottom);
  };
  return {
    planes: (pixels, width, top, bottom) => {
      const origin = planesOriginOf(pixels);
      return origin ? decodeOriginRows(origin, top, bottom, decode) : cutRows(pixels.read(), width, top, bottom);
    },
    mask: (mask, width, top, bottom) => {
      const plane = planesOriginOf(mask)?.color[0];
      return plane ? decode(plane, top, bottom) : mask.samples().subarray(top * width, bottom * width);
    },
  };
}

function cutRows({ color, alpha }: Planes, width: number, top: number, bottom: number): Planes {
  const cut = (plane: Samples) => plane.subarray(top * width, bottom * width);
  const rows = { color: color.map(cut) };
  return alpha ? { ...rows, alpha: cut(alpha) } : rows;
}
