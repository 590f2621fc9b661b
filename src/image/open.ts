import type { Sliced } from '../base/slices';
import { growMask } from './grow';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, samplesLike } from './raster';

/** Gray erosion by a disc: every pixel takes the lowest value within `radius` pixels, of those inside the frame. */
export function* erodeMask(mask: Mask, radius: number): Sliced<Mask> {
  if (radius < 1) return mask;
  const hole = yield* invertMask(mask);
  return yield* invertMask(yield* growMask(hole, radius));
}

/** Keeps what a disc of `radius` pixels fits into. The disc may reach out of the frame, its center may not. */
export function* openMask(mask: Mask, radius: number): Sliced<Mask> {
  return yield* growMask(yield* erodeMask(mask, radius), radius);
}

/** Full scale less every value. */
export function* invertMask({ width, height, data }: Mask): Sliced<Mask> {
  const inverted = samplesLike(data, data.length);
  const full = fullScaleOf(data);
  const piece = rowsPerPiece(width) * width;
  for (let start = 0; start < data.length; start += piece) {
    const end = Math.min(data.length, start + piece);
    for (let i = start; i < end; i++) inverted[i] = full - data[i];
    yield;
  }
  return { width, height, data: inverted };
}
