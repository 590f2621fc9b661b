import type { Sliced } from '../base/slices';
import { rowsPerPiece } from '../image/pieces';
import { fullScaleOf, type Raster } from '../image/raster';

/**
 * A picture whose values count as the eye does, so that a level is as much in every mode: light (32 bit) along the curve
 * of a screen, going on beyond black and white; the sides of Lab as many steps to a unit as its lightness has. Others are
 * so already.
 */
export function* asSeen(raster: Raster): Sliced<Raster> {
  const isLight = raster.data instanceof Float32Array;
  if (!isLight && raster.space.model !== 'lab') return raster;
  const { width, height, channels } = raster;
  const seen = { ...raster, data: new Float32Array(raster.data.length) };
  const convert = isLight ? encodeRows : spreadRows;
  const rows = rowsPerPiece(width * channels, 8);
  for (let y = 0; y < height; y += rows) {
    convert(raster, seen.data, y * width * channels, Math.min(height, y + rows) * width * channels);
    yield y / height;
  }
  return seen;
}

function encodeRows({ data, channels }: Raster, seen: Float32Array, start: number, end: number): void {
  const alpha = channels % 2 === 0 ? channels - 1 : -1;
  for (let i = start; i < end; i++) seen[i] = i % channels === alpha ? data[i] : encoded(data[i]);
}

/** IEC 61966-2-1, mirrored below 0. */
function encoded(light: number): number {
  const amount = Math.abs(light);
  const value = amount <= 0.0031308 ? amount * 12.92 : 1.055 * Math.pow(amount, 1 / 2.4) - 0.055;
  return light < 0 ? -value : value;
}

/** L is 0 to 1 for 100 units; a and b are as much for as many. */
function spreadRows({ data, channels }: Raster, seen: Float32Array, start: number, end: number): void {
  const full = fullScaleOf(data);
  const [middle, unit] = full === 255 ? [128, 1] : [16384, 128];
  for (let i = start; i < end; i++) {
    const channel = i % channels;
    const isSide = channel === 1 || channel === 2;
    seen[i] = isSide ? (data[i] - middle) / (unit * 100) : data[i] / full;
  }
}
