import type { Sliced } from '../../base/slices';
import type { Bands } from './bands';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { floor, max, min } = Math;

/** Steps of brightness from black to white. */
export const tones = 8;
/** Energy (mean squares) of the finest two bands where a picture is calm, by its brightness; NaN where nothing is seen. */
export type Floor = readonly [fine: Float64Array, coarse: Float64Array];

/** Pixels of a block's side. */
const side = 8;
/** Of the blocks of a tone so many are calm: their detail is grain. */
const calm = 0.2;
/** What such blocks have of grain that is the same everywhere, as a share: they were chosen for having little (measured). */
const bias = 0.75;
const fewest = 20;

/**
 * The grain of a picture: in every step of brightness, what the calmest fifth of its blocks has of fine detail. `of`: 1
 * where it is looked for. (After Liu, Freeman, Szeliski and Kang, Noise estimation from a single image, 2006: the least
 * that is found at a brightness.)
 */
export function* floorOf({ width, height, bands, rest }: Bands, of: Uint8Array): Sliced<Floor> {
  const energies: [fine: number, coarse: number][][] = Array.from({ length: tones }, () => []);
  const [fine, coarse] = bands;
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      if (!isAll(of, width, left, top)) continue;
      let [tone, first, second] = [0, 0, 0];
      for (let y = top; y < top + side; y++) {
        for (let at = y * width + left, end = at + side; at < end; at++) {
          tone += rest[at];
          first += fine[at] * fine[at];
          second += coarse[at] * coarse[at];
        }
      }
      const step = toneOf(tone / (side * side));
      if (step > 0.02 && step < tones - 0.02) energies[floor(step)].push([first, second]);
    }
    yield top / height;
  }
  const levels = energies.map(calmest);
  return [Float64Array.from(levels, ([first]) => first), Float64Array.from(levels, ([, second]) => second)];
}

/** Where in the steps a brightness lies. */
export function toneOf(brightness: number): number {
  return max(0, min(tones - 1e-4, brightness * tones));
}

function isAll(of: Uint8Array, width: number, left: number, top: number): boolean {
  for (let y = top; y < top + side; y++) {
    for (let at = y * width + left, end = at + side; at < end; at++) if (of[at] === 0) return false;
  }
  return true;
}

function calmest(blocks: [fine: number, coarse: number][]): readonly [number, number] {
  if (blocks.length < fewest) return [NaN, NaN];
  blocks.sort(([a, b], [c, d]) => a + b - c - d);
  const count = floor(blocks.length * calm);
  let [first, second] = [0, 0];
  for (let i = 0; i < count; i++) {
    first += blocks[i][0];
    second += blocks[i][1];
  }
  const pixels = count * side * side * bias;
  return [first / pixels, second / pixels];
}
