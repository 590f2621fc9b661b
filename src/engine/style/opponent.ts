import { fromLinear, toLinear } from '../../image/matrixModel';
import type { ColorSpace } from '../../image/raster';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { cbrt, max, min } = Math;

/** A color as lightness (0 black to 1 white) and two opponents around 0 (red to green, yellow to blue). */
export interface Opponent {
  /** Writes the opponents of the color at `at`, whose samples are shares of full scale; gray has one sample. */
  readonly see: (into: Float32Array, to: number, from: Float32Array, at: number) => void;
  /** The way back. Colors that the space does not hold lose chroma, not lightness or hue. */
  readonly paint: (into: Float32Array, to: number, from: Float32Array, at: number) => void;
}

/**
 * Oklab (Ottosson 2020). Whatever the profile, its values are taken for those of sRGB: source and reference are in the
 * same space, so only evenness is lost, no color.
 */
const ofRgb: Opponent = {
  see(into, to, from, at) {
    const r = toLinear(max(0, from[at]));
    const g = toLinear(max(0, from[at + 1]));
    const b = toLinear(max(0, from[at + 2]));
    const l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    into[to] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    into[to + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    into[to + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  },
  paint(into, to, from, at) {
    const lightness = max(0, min(1, from[at]));
    let share = 1;
    if (!isHeld(light, lightness, from[at + 1], from[at + 2], share)) {
      share = 0;
      for (let step = 0.5; step > 0.01; step /= 2) {
        if (isHeld(light, lightness, from[at + 1], from[at + 2], share + step)) share += step;
      }
      isHeld(light, lightness, from[at + 1], from[at + 2], share);
    }
    for (let i = 0; i < 3; i++) into[to + i] = fromLinear(light[i]);
  },
};

const light = new Float32Array(3);

/** Leaves in `rgb` the light of a color with a share of its chroma, and answers whether none of it is cut off. */
function isHeld(rgb: Float32Array, lightness: number, a: number, b: number, share: number): boolean {
  const l = (lightness + (0.3963377774 * a + 0.2158037573 * b) * share) ** 3;
  const m = (lightness - (0.1055613458 * a + 0.0638541728 * b) * share) ** 3;
  const s = (lightness - (0.0894841775 * a + 1.291485548 * b) * share) ** 3;
  rgb[0] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  rgb[1] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  rgb[2] = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const least = min(rgb[0], rgb[1], rgb[2]);
  return least >= -0.0005 && max(rgb[0], rgb[1], rgb[2]) <= 1.0005;
}

/** Lab is such a space already; its opponents are scaled to those of Oklab. */
const ofLab: Opponent = {
  see(into, to, from, at) {
    into[to] = from[at];
    into[to + 1] = (from[at + 1] - noColor) * chromaScale;
    into[to + 2] = (from[at + 2] - noColor) * chromaScale;
  },
  paint(into, to, from, at) {
    into[to] = max(0, min(1, from[at]));
    into[to + 1] = max(0, min(1, from[at + 1] / chromaScale + noColor));
    into[to + 2] = max(0, min(1, from[at + 2] / chromaScale + noColor));
  },
};

/** Where a and b stand for no color, in shares: 128 of 255 and 16384 of 32768 are as good as the same. */
const noColor = 0.5;
const chromaScale = 0.8;

const ofGray: Opponent = {
  see(into, to, from, at) {
    into[to] = from[at];
    into[to + 1] = 0;
    into[to + 2] = 0;
  },
  paint(into, to, from, at) {
    into[to] = max(0, min(1, from[at]));
  },
};

const opponents: Readonly<Record<ColorSpace['model'], Opponent>> = { rgb: ofRgb, lab: ofLab, gray: ofGray };

export function opponentOf({ model }: ColorSpace): Opponent {
  return opponents[model];
}
