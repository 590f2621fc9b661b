import type { Sliced } from '../base/slices';
import { discRuns } from './disc';
import type { Mask } from './mask';

/**
 * Gray dilation by a disc: every pixel takes the highest value within `radius` (0 to 256) pixels. Same size and depth;
 * beyond the frame everything counts as 0.
 *
 * Exact. The disc is a stack of runs, and the maximum over a run comes from that over a shorter one (Urbach & Wilkinson,
 * "Efficient 2-D gray-scale morphological transformations with arbitrary flat structuring elements", 2008). Of the
 * pixels, only slopes are spread: a pixel whose neighbor above is as high as itself has nothing to give to the rows
 * above, as that neighbor is nearer to all of them. So the cost goes with the length of the mask's edges.
 */
export function* growMask(mask: Mask, radius: number): Sliced<Mask> {
  if (radius < 1) return mask;
  const { width, height } = mask;
  const spread = createSpread(mask, radius);
  let steps = 0;
  for (let y = 0; y < height; y++) {
    if (y > 0) steps += spreadSlopes(spread, y, -1);
    if (y + 1 < height) steps += spreadSlopes(spread, y, 1);
    steps += spreadSideways(spread, y) + width * 3;
    if (steps < stepsPerPiece) continue;
    yield;
    steps = 0;
  }
  return { width, height, data: spread.grown };
}

/** About 2 ms. */
const stepsPerPiece = 1_500_000;

interface Spread {
  readonly width: number;
  readonly height: number;
  readonly data: Mask['data'];
  readonly grown: Mask['data'];
  readonly runs: Int32Array;
  readonly reach: number;
  /** The maximum over runs, and the next longer one. A stretch of the row starts at `2 * reach`; around it are zeros. */
  readonly tables: [Uint16Array, Uint16Array];
}

function createSpread({ width, height, data }: Mask, radius: number): Spread {
  const runs = discRuns(radius);
  const reach = runs.length - 1;
  const length = width + 4 * reach;
  const tables: [Uint16Array, Uint16Array] = [new Uint16Array(length), new Uint16Array(length)];
  return { width, height, data, grown: data.slice(), runs, reach, tables };
}

/** Gives what is higher than its neighbor in direction `step` (-1 up, 1 down) to the rows on that side. */
function spreadSlopes(spread: Spread, y: number, step: number): number {
  const { data, width, reach } = spread;
  const row = y * width;
  const neighbor = step * width;
  let steps = 0;
  let first = -1;
  let last = -1;
  for (let x = 0; x < width; x++) {
    if (data[row + x] <= data[row + x + neighbor]) continue;
    if (first >= 0 && x - last > 2 * reach) {
      steps += spreadStretch(spread, y, step, first, last);
      first = x;
    }
    if (first < 0) first = x;
    last = x;
  }
  return first < 0 ? steps : steps + spreadStretch(spread, y, step, first, last);
}

/** Gives the pixels `first` to `last` of a row to all rows on one side that they reach, the farthest and shortest first. */
function spreadStretch(spread: Spread, y: number, step: number, first: number, last: number): number {
  const { width, height, grown, runs, reach, tables } = spread;
  const length = last - first + 1;
  loadStretch(spread, y * width + first, length);
  let table = 0;
  let run = 0;
  let steps = length;
  for (let away = Math.min(reach, step < 0 ? y : height - 1 - y); away > 0; away--) {
    while (run < runs[away]) {
      const by = Math.min(runs[away] - run, 2 * run + 1);
      run += by;
      widen(tables[table], tables[1 - table], 2 * reach - run, length + 2 * run, by);
      table = 1 - table;
      steps += length + 2 * run;
    }
    const left = Math.max(0, first - run);
    const right = Math.min(width - 1, last + run);
    raise(grown, (y + step * away) * width + left, tables[table], 2 * reach + left - first, right - left + 1);
    steps += right - left;
  }
  return steps;
}

/** Gives what is higher than a neighbor at its side to its own row. */
function spreadSideways({ data, grown, width, reach }: Spread, y: number): number {
  const row = y * width;
  const end = row + width;
  let steps = 0;
  for (let i = row; i < end; i++) {
    const value = data[i];
    if (value === 0) continue;
    for (let to = i - 1; to >= Math.max(row, i - reach) && data[to] < value; to--, steps++) {
      if (grown[to] < value) grown[to] = value;
    }
    for (let to = i + 1; to < Math.min(end, i + reach + 1) && data[to] < value; to++, steps++) {
      if (grown[to] < value) grown[to] = value;
    }
  }
  return steps;
}

function loadStretch({ data, reach, tables }: Spread, from: number, length: number): void {
  const used = length + 4 * reach;
  tables[0].fill(0, 0, used);
  tables[1].fill(0, 0, used);
  for (let i = 0; i < length; i++) tables[0][2 * reach + i] = data[from + i];
}

/** From the maximum over runs to that over runs longer by `by` on both sides; `by` is at most the length of a run. */
function widen(from: Uint16Array, to: Uint16Array, start: number, count: number, by: number): void {
  for (let i = start; i < start + count; i++) {
    let highest = from[i];
    if (from[i - by] > highest) highest = from[i - by];
    if (from[i + by] > highest) highest = from[i + by];
    to[i] = highest;
  }
}

function raise(target: Mask['data'], at: number, by: Uint16Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) {
    if (target[at + i] < by[from + i]) target[at + i] = by[from + i];
  }
}
