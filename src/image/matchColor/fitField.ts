import type { Sliced } from '../../base/slices';
import type { Blocks } from './blocks';
import { solveSymmetric } from './solveSymmetric';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, ceil, floor, max, min } = Math;

/** Points of the tone curve, black and white among them. */
export const knots = 9;
/** After the knots: the gain along x, y, x², xy, y², then the offset along x and y. */
export const terms = knots + 7;

/** What turns the values of one channel of an answer into those that were sent. */
export type Field = Float64Array;

/** How strongly the curve likes to have the slope 1, to be straight, and the field to be even; shares of all weight. */
const [trueSlope, straight, even] = [2e-4, 2e-3, 2e-4];
/** A block that is this many times farther off than most counts nothing. (Tukey's biweight.) */
const tukey = 4.685;
/** Of full scale: nothing is told closer than this. */
const leastSpread = 0.4 / 255;
const rounds = 6;

/**
 * Least squares, the far ones counting less and less, over a tone curve, a gain and an offset that change slowly across
 * the picture. Nothing where too few blocks are left.
 */
export function* fitField(blocks: Blocks, channel: number): Sliced<Field | undefined> {
  const { count, sent, answer, weight } = blocks;
  let field: Field = identity();
  const off = new Float32Array(count);
  const row = new Float64Array(terms);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < count; i++) off[i] = sent[i * 3 + channel] - at(field, blocks, i, channel, row);
    yield;
    const middle = round === 0 ? medianOf(off, weight) : 0;
    const spread = max(
      leastSpread,
      1.4826 *
        medianOf(
          off.map((value) => abs(value - middle)),
          weight,
        ),
    );
    const sums = new Float64Array(terms * terms);
    const right = new Float64Array(terms);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const far = (off[i] - middle) / (tukey * spread);
      if (abs(far) >= 1) continue;
      const counts = (1 - far * far) ** 2 * weight[i];
      total += counts;
      addRow(sums, right, row, blocks, i, counts, sent[i * 3 + channel], answer[i * 3 + channel]);
      if (i % 4000 === 0) yield;
    }
    if (total < 60) return undefined;
    addLikings(sums, right, total);
    const solved = solveSymmetric(sums, right);
    if (!solved) return undefined;
    field = rising(solved);
  }
  return field;
}

function identity(): Field {
  const field = new Float64Array(terms);
  for (let knot = 0; knot < knots; knot++) field[knot] = knot / (knots - 1);
  return field;
}

/** What the terms come to at a place and value; `place` runs from -1 to 1. */
function fill(row: Float64Array, value: number, x: number, y: number): void {
  row.fill(0, 0, knots);
  const on = min(knots - 1.000001, max(0, value * (knots - 1)));
  const low = on | 0;
  row[low] = 1 - (on - low);
  row[low + 1] = on - low;
  row[knots] = value * x;
  row[knots + 1] = value * y;
  row[knots + 2] = value * x * x;
  row[knots + 3] = value * x * y;
  row[knots + 4] = value * y * y;
  row[knots + 5] = x;
  row[knots + 6] = y;
}

function at(field: Field, { answer, place }: Blocks, i: number, channel: number, row: Float64Array): number {
  fill(row, answer[i * 3 + channel], place[i * 2], place[i * 2 + 1]);
  let sum = 0;
  for (let term = 0; term < terms; term++) sum += field[term] * row[term];
  return sum;
}

function addRow(
  sums: Float64Array,
  right: Float64Array,
  row: Float64Array,
  { place }: Blocks,
  i: number,
  counts: number,
  target: number,
  value: number,
): void {
  fill(row, value, place[i * 2], place[i * 2 + 1]);
  // of the knots, two count
  const low = min(knots - 2, floor(max(0, value) * (knots - 1)));
  for (let a = low; a < terms; a = a === low + 1 ? knots : a + 1) {
    const part = counts * row[a];
    right[a] += part * target;
    for (let b = low; b <= a; b = b === low + 1 ? knots : b + 1) sums[a * terms + b] += part * row[b];
  }
}

/** The lower triangle gets what keeps the field calm where the blocks say nothing. */
function addLikings(sums: Float64Array, right: Float64Array, total: number): void {
  const step = 1 / (knots - 1);
  const add = (a: number, b: number, by: number) => {
    sums[max(a, b) * terms + min(a, b)] += by;
  };
  for (let knot = 0; knot + 1 < knots; knot++) {
    const by = trueSlope * total;
    add(knot, knot, by);
    add(knot + 1, knot + 1, by);
    add(knot + 1, knot, -by);
    right[knot] -= by * step;
    right[knot + 1] += by * step;
  }
  const bend = [1, -2, 1];
  for (let knot = 0; knot + 2 < knots; knot++) {
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b <= a; b++) add(knot + a, knot + b, straight * total * bend[a] * bend[b]);
    }
  }
  for (let term = knots; term < terms; term++) add(term, term, even * total);
}

/** Lighter stays lighter. */
function rising(field: Float64Array): Field {
  for (let knot = 1; knot < knots; knot++) field[knot] = max(field[knot], field[knot - 1] + 1e-4);
  return field;
}

/** So many values tell the middle of all. */
const enough = 2500;

/** The value that half of all weight lies below, told from some of them. */
function medianOf(values: Float32Array, weight: Float32Array): number {
  const step = max(1, floor(values.length / enough));
  const order = Array.from({ length: ceil(values.length / step) }, (_, i) => i * step);
  order.sort((a, b) => values[a] - values[b]);
  const half = order.reduce((sum, i) => sum + weight[i], 0) / 2;
  let sum = 0;
  for (const i of order) {
    sum += weight[i];
    if (sum >= half) return values[i];
  }
  return 0;
}
