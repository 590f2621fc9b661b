import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { inverted, type Matrix, srgbToXyz } from './profile/primaries';
import { quickFromLinear } from './quickSrgb';
import { fullScaleOf, type Raster, type Samples, sRGB } from './raster';

/**
 * Lab of 8 or 16 bit as 8-bit sRGB, cut off where the screen's colors end. Alpha is kept. Lab needs no profile: it is
 * relative to D50, as the host has it. (CIE 15:2004, 8.2.1; IEC 61966-2-1.)
 */
export function* labToSrgb({ width, height, channels, data }: Raster): Sliced<Raster> {
  const out = new Uint8Array(data.length);
  const full = fullScaleOf(data);
  const piece = rowsPerPiece(width * channels, 8) * width * channels;
  for (let start = 0; start < data.length; start += piece) {
    const end = Math.min(data.length, start + piece);
    convertInto(out, data, start, end, channels, full, fromXyz);
    if (channels === 4) for (let at = start + 3; at < end; at += 4) out[at] = (data[at] * 255) / full + 0.5;
    yield start / data.length;
  }
  return { width, height, channels, space: sRGB, data: out };
}

const fromXyz: Matrix = inverted(srgbToXyz) ?? [];

/** XYZ of D50, the white of profiles. (ICC.1:2022, 7.2.16.) */
const [whiteX, whiteZ] = [0.9642, 0.8249];

function convertInto(
  to: Uint8Array,
  from: Samples,
  start: number,
  end: number,
  channels: number,
  full: number,
  matrix: Matrix,
): void {
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = matrix;
  const lightness = 100 / full;
  // a and b have 256 steps at 8 bit and 32768 at 16, with no color in the middle
  const step = full === 255 ? 1 : 1 / 128;
  const middle = full === 255 ? 128 : 16384;
  for (let i = start; i < end; i += channels) {
    const fy = (from[i] * lightness + 16) / 116;
    const x = whiteX * unbent(fy + ((from[i + 1] - middle) * step) / 500);
    const y = unbent(fy);
    const z = whiteZ * unbent(fy - ((from[i + 2] - middle) * step) / 200);
    to[i] = quickFromLinear(m0 * x + m1 * y + m2 * z) * 255 + 0.5;
    to[i + 1] = quickFromLinear(m3 * x + m4 * y + m5 * z) * 255 + 0.5;
    to[i + 2] = quickFromLinear(m6 * x + m7 * y + m8 * z) * 255 + 0.5;
  }
}

/** Lab's curve, undone: a cube root with a straight foot. */
function unbent(value: number): number {
  return value > 6 / 29 ? value * value * value : (108 / 841) * (value - 4 / 29);
}
