import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, type Raster, type Samples } from './raster';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { min, pow } = Math;

/**
 * Pictures of 32 bit hold light itself. This brings them to 16 bit along the curve of IEC 61966-2-1, as screens want it;
 * what is darker than black or brighter than white is cut. Alpha stays straight.
 */
export function* encodeLight(raster: Raster): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  const encoded = new Uint16Array(data.length);
  const colors = channels - 1 + (channels % 2);
  const piece = rowsPerPiece(width * channels, 8) * width;
  for (let start = 0; start < width * height; start += piece) {
    encodeInto(encoded, data, channels, colors, start, Math.min(width * height, start + piece));
    yield start / (width * height);
  }
  return { ...raster, data: encoded };
}

/** Light along the curve of IEC 61966-2-1, still at 32 bit and uncut. Alpha stays straight. */
export function bendLight(raster: Raster): Sliced<Raster> {
  return withColors(raster, encodedOf);
}

/** The way back. */
export function straightenLight(raster: Raster): Sliced<Raster> {
  return withColors(raster, lightOf);
}

function* withColors(raster: Raster, map: (value: number) => number): Sliced<Raster> {
  const { width, channels, data } = raster;
  const mapped = new Float32Array(data);
  const colors = channels - 1 + (channels % 2);
  const piece = rowsPerPiece(width * channels, 8) * width * channels;
  for (let start = 0; start < data.length; start += piece) {
    const end = Math.min(data.length, start + piece);
    for (let i = start; i < end; i++) if (i % channels < colors) mapped[i] = map(mapped[i]);
    yield start / data.length;
  }
  return { ...raster, data: mapped };
}

/** The light that values of a picture stand for, by the same curve. */
export function decodeToLight(data: Samples): Float32Array {
  const full = fullScaleOf(data);
  const light = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) light[i] = lightOf(data[i] / full);
  return light;
}

function encodeInto(
  encoded: Uint16Array,
  data: Samples,
  channels: number,
  colors: number,
  start: number,
  end: number,
): void {
  for (let pixel = start, i = start * channels; pixel < end; pixel++) {
    for (let channel = 0; channel < channels; channel++, i++) {
      const light = data[i];
      // written so that what is not a number becomes 0
      const inside = light > 0 ? min(1, light) : 0;
      encoded[i] = (channel < colors ? encodedOf(inside) : inside) * 32768 + 0.5;
    }
  }
}

function encodedOf(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055;
}

function lightOf(value: number): number {
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}
