import { assert } from '../base/assert';
import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { type Raster, samplesLike } from './raster';
import { contains, heightOf, type Rect, sameRect, sizeOf, widthOf } from './rect';

/** The picture that covers `inside`, continued to `outer` by repeating its outermost pixels. Same coordinates for both. */
export function* extendEdges(raster: Raster, inside: Rect, outer: Rect): Sliced<Raster> {
  if (sameRect(inside, outer)) return raster;
  assert(contains(outer, inside), 'a rectangle inside the outer one');
  const { channels, data } = raster;
  const size = sizeOf(outer);
  const whole = samplesLike(data, size.width * size.height * channels);
  const rows = rowsPerPiece(size.width * channels);
  for (let y = 0; y < size.height; y++) {
    const row = Math.max(0, Math.min(heightOf(inside) - 1, y + outer.top - inside.top));
    const from = row * widthOf(inside) * channels;
    const to = (y * size.width + inside.left - outer.left) * channels;
    whole.set(data.subarray(from, from + widthOf(inside) * channels), to);
    repeat(whole, to, channels, y * size.width * channels, to);
    const last = to + (widthOf(inside) - 1) * channels;
    repeat(whole, last, channels, last + channels, (y + 1) * size.width * channels);
    if (y % rows === rows - 1) yield y / size.height;
  }
  return { ...raster, ...size, data: whole };
}

/** Fills from `start` to `end` with the pixel at `pixel`. */
function repeat(data: Raster['data'], pixel: number, channels: number, start: number, end: number): void {
  for (let at = start; at < end; at += channels) {
    for (let channel = 0; channel < channels; channel++) data[at + channel] = data[pixel + channel];
  }
}
