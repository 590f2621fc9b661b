import type { Sliced } from '../base/slices';
import { type ColorLook, colorsOf, type LabPlanes } from './lookColors';
import { type LightDirection, lightOf } from './lookLight';
import type { Raster, Samples } from './raster';
import type { Rect } from './rect';

/** How a picture looks as a whole: nothing of what is in it. */
export interface Look extends ColorLook {
  /** Where the light comes from; nothing where the picture does not say so clearly. */
  readonly light: LightDirection | undefined;
}

/** Looks at a picture of 8-bit sRGB without alpha, of about 160 pixels across, but not at what lies in `hole`. */
export function* measureLook(picture: Raster, hole: Rect | undefined): Sliced<Look> {
  const planes = yield* labOf(picture, hole);
  yield 0.7;
  const light = lightOf(planes);
  yield 0.8;
  return { light, ...colorsOf(planes) };
}

/** CIE Lab, relative to the white of sRGB. */
function* labOf({ width, height, channels, data }: Raster, hole: Rect | undefined): Sliced<LabPlanes> {
  const plane = () => new Float32Array(width * height);
  const planes = { width, height, lightness: plane(), a: plane(), b: plane(), seen: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++) {
    const isCut = hole !== undefined && y >= hole.top && y < hole.bottom;
    const [left, right] = isCut ? [Math.max(0, hole.left), Math.min(width, hole.right)] : [width, width];
    convertRow(planes, data, channels, y * width, y * width + left);
    convertRow(planes, data, channels, y * width + right, (y + 1) * width);
    if (y % rowsPerPiece === 0) yield (0.6 * y) / height;
  }
  return planes;
}

const rowsPerPiece = 32;

function convertRow({ lightness, a, b, seen }: LabPlanes, data: Samples, channels: number, from: number, to: number) {
  for (let i = from, at = from * channels; i < to; i++, at += channels) {
    const red = linear[data[at]];
    const green = linear[data[at + 1]];
    const blue = linear[data[at + 2]];
    const fx = bent((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    const fy = bent(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const fz = bent((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    lightness[i] = 116 * fy - 16;
    a[i] = 500 * (fx - fy);
    b[i] = 200 * (fy - fz);
    seen[i] = 1;
  }
}

/** IEC 61966-2-1. */
const linear = Float32Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
});

/** CIE 15:2004, 8.2.1. */
function bent(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}
