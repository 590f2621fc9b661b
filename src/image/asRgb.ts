import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { type Raster, samplesLike } from './raster';

/** Gray as red, green and blue alike, in the same depth; RGB as it is. Alpha is kept. */
export function* grayAsRgb(raster: Raster): Sliced<Raster> {
  const { width, height, channels, data, space } = raster;
  if (space.model === 'rgb') return raster;
  const wide = channels % 2 === 0 ? 4 : 3;
  const rgb = samplesLike(data, width * height * wide);
  const piece = rowsPerPiece(width * wide) * width;
  for (let start = 0; start < width * height; start += piece) {
    const end = Math.min(width * height, start + piece);
    for (let pixel = start, from = start * channels, to = start * wide; pixel < end; pixel++) {
      rgb[to] = rgb[to + 1] = rgb[to + 2] = data[from];
      if (wide === 4) rgb[to + 3] = data[from + channels - 1];
      from += channels;
      to += wide;
    }
    yield start / (width * height);
  }
  return { ...raster, channels: wide, data: rgb };
}
