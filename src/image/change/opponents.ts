import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster } from '../raster';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { cbrt, pow } = Math;

/** Lightness and the two sides of CIE Lab, in its units, each in a plane of its own. */
export type Opponents = readonly [lightness: Float32Array, a: Float32Array, b: Float32Array];

/** The colors of an RGB picture in sRGB, as CIE Lab (D65). */
export function* opponentsOf({ width, height, channels, data }: Raster): Sliced<Opponents> {
  const size = width * height;
  const planes: Opponents = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  const scale = (lightSteps - 1) / fullScaleOf(data);
  const [lightness, first, second] = planes;
  yield* inPieces(size, rowsPerPiece(1, 12), (from, to) => {
    for (let i = from, at = from * channels; i < to; i++, at += channels) {
      const red = light[(data[at] * scale + 0.5) | 0];
      const green = light[(data[at + 1] * scale + 0.5) | 0];
      const blue = light[(data[at + 2] * scale + 0.5) | 0];
      const x = root[((0.4339 * red + 0.3763 * green + 0.1899 * blue) * rootSteps) | 0];
      const y = root[((0.2126 * red + 0.7152 * green + 0.0722 * blue) * rootSteps) | 0];
      const z = root[((0.0177 * red + 0.1095 * green + 0.8729 * blue) * rootSteps) | 0];
      lightness[i] = 116 * y - 16;
      first[i] = 500 * (x - y);
      second[i] = 200 * (y - z);
    }
  });
  return planes;
}

const lightSteps = 1024;
/** The light of a value along the curve of IEC 61966-2-1. */
const light = Float32Array.from({ length: lightSteps }, (_, i) => {
  const value = i / (lightSteps - 1);
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
});

const rootSteps = 16_384;
/** The cube root of light, straight near black (CIE 15). */
const root = Float32Array.from({ length: rootSteps + 200 }, (_, i) => {
  const share = (i + 0.5) / rootSteps;
  return share > 216 / 24389 ? cbrt(share) : (share * 24389) / 27 / 116 + 16 / 116;
});
