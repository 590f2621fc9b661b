import { asPart, inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { type Affine, moveColors } from './affine';
import { skinOf } from './skin';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** Steps of lightness from 0 to 1, and of either opponent from -reach to reach. */
const side = 17;
const reach = 0.4;
const cells = side * side * side;

/** Samples that a cell must have seen before it is believed by half. */
const doubt = 6;

/** How much of its change of color skin is spared. */
const sparedSkin = 0.75;

/** Where each color goes: as all do, and what is left over, on a grid of opponents. */
export interface Moves {
  readonly all: Affine;
  readonly rest: Float32Array;
}

/**
 * A smooth move of colors, learned from samples that `all` brought from `given` nearly to `moved`. What is left over is
 * averaged over neighboring colors, so that neither grain nor a sky's slow gradient is torn; where no sample tells, it
 * fades.
 */
export function* learnMoves(all: Affine, given: Float32Array, moved: Float32Array): Sliced<Moves> {
  const sums = new Float32Array(cells * 4);
  const expected = new Float32Array(given.length);
  moveColors(expected, all, given, 0, given.length / 3);
  yield;
  const splats = inPieces(given.length / 3, 8000, (from, to) => {
    for (let at = from * 3; at < to * 3; at += 3) splat(sums, given, moved, expected, at);
  });
  yield* asPart(splats, 0, 0.7);
  for (let round = 0; round < 2; round++) {
    for (let stride = 4; stride <= 4 * side * side; stride *= side) blur(sums, stride);
    yield 0.8 + round / 10;
  }
  const rest = new Float32Array(cells * 3);
  for (let cell = 0; cell < cells; cell++) {
    const share = 1 / (sums[cell * 4 + 3] + doubt);
    for (let k = 0; k < 3; k++) rest[cell * 3 + k] = sums[cell * 4 + k] * share;
  }
  limitSlopes(rest, all.matrix[0]);
  return { all, rest };
}

/** From a lightness to the next, at the same hue and chroma: what is darker stays so, and no step grows to a band. */
const leastSlope = 0.25;
const mostSlope = 2.2;

/** `slope`: what a step of lightness becomes without the rest. From the middle outward. */
function limitSlopes(rest: Float32Array, slope: number): void {
  const least = (leastSlope - slope) / (side - 1);
  const most = (mostSlope - slope) / (side - 1);
  const middle = side >> 1;
  for (let start = 0; start < cells; start += side) {
    for (let i = middle + 1; i < side; i++) {
      const at = (start + i) * 3;
      rest[at] = max(rest[at - 3] + least, min(rest[at - 3] + most, rest[at]));
    }
    for (let i = middle - 1; i >= 0; i--) {
      const at = (start + i) * 3;
      rest[at] = max(rest[at + 3] - most, min(rest[at + 3] - least, rest[at]));
    }
  }
}

/** Shares what is left of the move of one sample among the eight cells around its color. */
function splat(sums: Float32Array, given: Float32Array, moved: Float32Array, expected: Float32Array, at: number): void {
  locate(given, at);
  for (let corner = 0; corner < 8; corner++) {
    const weight = weights[corner];
    const cell = corners[corner] * 4;
    sums[cell] += weight * (moved[at] - expected[at]);
    sums[cell + 1] += weight * (moved[at + 1] - expected[at + 1]);
    sums[cell + 2] += weight * (moved[at + 2] - expected[at + 2]);
    sums[cell + 3] += weight;
  }
}

/** Moves one color, in place, by a share of its whole way. Skin follows the light, and the palette only a little. */
export function moveColor(color: Float32Array, { all, rest }: Moves, share: number): void {
  moveColors(target, all, color, 0, 1);
  locate(color, 0);
  for (let corner = 0; corner < 8; corner++) {
    const cell = corners[corner] * 3;
    for (let k = 0; k < 3; k++) target[k] += weights[corner] * rest[cell + k];
  }
  const chroma = share * (1 - sparedSkin * skinOf(color));
  color[0] += (target[0] - color[0]) * share;
  color[1] += (target[1] - color[1]) * chroma;
  color[2] += (target[2] - color[2]) * chroma;
}

const target = new Float32Array(3);

/** The eight cells around the color that was located last, and their weights. */
const corners = new Int32Array(8);
const weights = new Float64Array(8);

function locate(color: Float32Array, at: number): void {
  const x = inGrid(color[at] * (side - 1));
  const y = inGrid(((color[at + 1] + reach) / (2 * reach)) * (side - 1));
  const z = inGrid(((color[at + 2] + reach) / (2 * reach)) * (side - 1));
  const cx = x | 0;
  const cy = y | 0;
  const cz = z | 0;
  const cell = cx + side * (cy + side * cz);
  for (let corner = 0; corner < 8; corner++) {
    const right = corner & 1;
    const down = (corner >> 1) & 1;
    const deep = corner >> 2;
    corners[corner] = cell + right + side * (down + side * deep);
    const wx = right ? x - cx : 1 - x + cx;
    const wy = down ? y - cy : 1 - y + cy;
    weights[corner] = wx * wy * (deep ? z - cz : 1 - z + cz);
  }
}

function inGrid(value: number): number {
  return max(0, min(side - 1.001, value));
}

/** Means of three along one axis, weighted 1 2 1; what leaves the grid is lost. */
function blur(sums: Float32Array, stride: number): void {
  const before = sums.slice();
  const line = stride * side;
  for (let start = 0; start < sums.length; start += line) {
    for (let i = 0; i < line; i++) {
      const lower = i >= stride ? before[start + i - stride] : 0;
      const upper = i + stride < line ? before[start + i + stride] : 0;
      sums[start + i] = (lower + 2 * before[start + i] + upper) / 4;
    }
  }
}
