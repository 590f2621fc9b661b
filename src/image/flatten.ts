import { assert } from '../base/assert';
import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import type { Raster } from './raster';

/** RGB at 8 bit without its alpha: what is not opaque lies on white. */
export function* flattenOnWhite(raster: Raster): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  if (channels === 3) return raster;
  assert(channels === 4 && data instanceof Uint8Array, 'RGBA at 8 bit');
  const flat = new Uint8Array(width * height * 3);
  const piece = rowsPerPiece(width * 4) * width;
  for (let start = 0; start < width * height; start += piece) {
    flattenInto(flat, data, start, Math.min(width * height, start + piece));
    yield start / (width * height);
  }
  return { ...raster, channels: 3, data: flat };
}

function flattenInto(flat: Uint8Array, data: Uint8Array, start: number, end: number): void {
  for (let pixel = start, from = start * 4, to = start * 3; pixel < end; pixel++, from++) {
    const alpha = data[from + 3];
    for (let channel = 0; channel < 3; channel++, from++, to++) {
      flat[to] = (data[from] * alpha + 255 * (255 - alpha)) / 255 + 0.5;
    }
  }
}
