import { assert } from '../base/assert';
import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import type { Raster } from './raster';

/** A copy of an RGB picture of 8 bit in which a flat color covers whatever a mask of its size selects by half or more. */
export function* paintOver(picture: Raster, mask: Mask, color: readonly [number, number, number]): Sliced<Raster> {
  const { width, height, channels, data } = picture;
  assert(channels === 3 && data instanceof Uint8Array && mask.data instanceof Uint8Array, 'RGB and a mask at 8 bit');
  assert(mask.width === width && mask.height === height, 'a mask of the same size');
  const painted = data.slice();
  const piece = rowsPerPiece(width * 3) * width;
  for (let start = 0; start < width * height; start += piece) {
    paintInto(painted, mask.data, color, start, Math.min(width * height, start + piece));
    yield start / (width * height);
  }
  return { ...picture, data: painted };
}

function paintInto(
  painted: Uint8Array,
  mask: Uint8Array,
  [red, green, blue]: readonly [number, number, number],
  start: number,
  end: number,
): void {
  for (let pixel = start, to = start * 3; pixel < end; pixel++, to += 3) {
    if (mask[pixel] < 128) continue;
    painted[to] = red;
    painted[to + 1] = green;
    painted[to + 2] = blue;
  }
}
