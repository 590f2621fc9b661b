import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { type ColorSpace, type Depth, fullScaleOf, type Raster, samplesOf, sRGB } from './raster';

/** One for every gray of 8 bit. */
const points = 256;

/** Grays from black to white as a picture, to be converted to sRGB by whoever knows both profiles. */
export function grayPoints(depth: Depth, space: ColorSpace): Raster {
  const data = samplesOf(depth, points);
  const scale = fullScaleOf(data) / (points - 1);
  for (let point = 0; point < points; point++) data[point] = Math.round(point * scale);
  return { width: points, height: 1, channels: 1, space, data };
}

/** Gray pixels as 8-bit sRGB; between the converted points it runs straight. Alpha is kept. */
export function* throughGrays(pixels: Raster, converted: Raster): Sliced<Raster> {
  const { width, height, channels, data } = pixels;
  const wide = channels === 2 ? 4 : 3;
  const out = new Uint8Array(width * height * wide);
  const line = lineOf(converted);
  const scale = 1 / fullScaleOf(data);
  const piece = rowsPerPiece(width * wide) * width;
  for (let start = 0; start < width * height; start += piece) {
    const end = Math.min(width * height, start + piece);
    for (let pixel = start, from = start * channels, to = start * wide; pixel < end; pixel++) {
      const at = data[from] * scale * (points - 1);
      const low = Math.min(points - 2, at | 0);
      out[to] = out[to + 1] = out[to + 2] = line[low] + (line[low + 1] - line[low]) * (at - low) + 0.5;
      if (wide === 4) out[to + 3] = data[from + 1] * scale * 255 + 0.5;
      from += channels;
      to += wide;
    }
    yield start / (width * height);
  }
  return { width, height, channels: wide, space: sRGB, data: out };
}

/** In sRGB a gray is three values alike: green, from 0 to 255. */
function lineOf({ data, channels }: Raster): Float32Array {
  const scale = 255 / fullScaleOf(data);
  return Float32Array.from({ length: points }, (_, point) => data[point * channels + 1] * scale);
}
