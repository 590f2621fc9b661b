import type { Mask } from '../../src/image/mask';
import { sRGB, type ColorSpace, type Raster, type Samples } from '../../src/image/raster';

/**
 * A mask as it looks: `#` is full scale, `.` is 0, a digit that many tenths of full scale. Spaces and empty lines at
 * either end are left out, so that a picture may be indented.
 */
export function picture(drawing: string, depth: 8 | 16 = 8): Mask {
  const rows = linesOf(drawing);
  const full = depth === 8 ? 255 : 32768;
  const values = rows.flatMap((row) => Array.from(row, (sign) => Math.round(shareOf(sign) * full)));
  return { ...sizeOf(rows), data: depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values) };
}

/** The mask as `picture` draws it, rounded to tenths: for looking at, and for short expectations. */
export function drawingOf({ width, height, data }: Mask): string {
  const full = data instanceof Uint8Array ? 255 : 32768;
  const rows = Array.from({ length: height }, (_, y) => Array.from(data.subarray(y * width, (y + 1) * width)));
  return rows.map((row) => row.map((value) => signOf(value / full)).join('')).join('\n');
}

/** A mask of numbers, row by row. */
export function aMask(rows: readonly (readonly number[])[], depth: 8 | 16 = 8): Mask {
  const values = rows.flat();
  return { ...sizeOf(rows), data: depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values) };
}

export interface RasterOptions {
  readonly channels?: Raster['channels'];
  readonly depth?: 8 | 16 | 32;
  readonly space?: ColorSpace;
}

/** A raster of numbers, row by row, the channels of a pixel side by side. Gray and 8 bit unless said otherwise. */
export function aRaster(
  rows: readonly (readonly number[])[],
  { channels = 1, depth = 8, space }: RasterOptions = {},
): Raster {
  const gray: ColorSpace = { model: 'gray', profile: 'Gray Gamma 2.2' };
  const { width, height } = sizeOf(rows);
  const data = samplesOf(rows.flat(), depth);
  return { width: width / channels, height, channels, space: space ?? (channels < 3 ? gray : sRGB), data };
}

function samplesOf(values: readonly number[], depth: 8 | 16 | 32): Samples {
  if (depth === 8) return Uint8Array.from(values);
  if (depth === 16) return Uint16Array.from(values);
  return Float32Array.from(values);
}

function linesOf(drawing: string): string[] {
  return drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function sizeOf(rows: readonly { readonly length: number }[]): { width: number; height: number } {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new Error('The rows of a picture must be equally long');
  return { width, height: rows.length };
}

function shareOf(sign: string): number {
  if (sign === '#') return 1;
  if (sign === '.') return 0;
  if (/^[0-9]$/.test(sign)) return Number(sign) / 10;
  throw new Error(`A picture is drawn with #, . and digits, not with ${sign}`);
}

function signOf(share: number): string {
  if (share === 0) return '.';
  if (share === 1) return '#';
  return String(Math.min(9, Math.round(share * 10)));
}
