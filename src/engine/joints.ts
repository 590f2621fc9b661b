import { asPart, inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Labels } from './labels';
import { type Level, rowsFor } from './level';

/** More than any joint costs. */
const unlimited = 0x7fffffff;
/** How much the fit to the solved picture counts beside the joint with one neighbor. */
const fidelity = 0.5;

/**
 * Moves the joints between copies to where the copies agree: each pixel may take over a neighbor's offset if that
 * lowers the steps at its four sides, without leaving the solved picture in `level` far behind (the seam cost of
 * Kwatra et al., Graphcut Textures, 2003, lowered greedily in sweeps).
 */
export function* smoothJoints(level: Level, labels: Labels, sweeps: number): Sliced<void> {
  const { width, height } = level;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const step = sweep % 2 === 0 ? 1 : -1;
    const work = inPieces(height, rowsFor(12_000, width), (from, to) => {
      for (let row = from; row < to; row++) smoothRow(level, labels, step > 0 ? row : height - 1 - row, step);
    });
    yield* asPart(work, sweep / sweeps, (sweep + 1) / sweeps);
  }
}

function smoothRow(level: Level, labels: Labels, y: number, step: number): void {
  const { width, height, hole } = level;
  if (y === 0 || y === height - 1) return;
  for (let i = 1; i < width - 1; i++) {
    const at = y * width + (step > 0 ? i : width - 1 - i);
    if (hole[at] === 0 || labels[at] < 0) continue;
    const own = labels[at];
    let least = -1;
    let found = own;
    for (let side = 0; side < 4; side++) {
      const shift = shiftTo(side, width);
      if (hole[at + shift] === 0) continue;
      const candidate = labels[at + shift] - shift;
      if (candidate === own || candidate === found || !canCopy(level, candidate)) continue;
      if (least < 0) least = costOf(level, labels, at, own, unlimited);
      const cost = costOf(level, labels, at, candidate, least);
      if (cost >= least) continue;
      least = cost;
      found = candidate;
    }
    labels[at] = found;
  }
}

/** The way to a neighbor: left, right, up, down. */
function shiftTo(side: number, width: number): number {
  return side < 2 ? 2 * side - 1 : (2 * side - 5) * width;
}

/** Known, and not on the picture's edge. */
function canCopy({ width, height, hole }: Level, at: number): boolean {
  if (at < width || at >= width * (height - 1) || hole[at] > 0) return false;
  const x = at % width;
  return x > 0 && x < width - 1;
}

function costOf(level: Level, labels: Labels, at: number, label: number, limit: number): number {
  const { width, hole } = level;
  let cost = fidelity * differenceAt(level, at, label);
  for (let side = 0; side < 4 && cost < limit; side++) {
    const shift = shiftTo(side, width);
    const beside = at + shift;
    if (hole[beside] === 0) {
      if (hole[label + shift] === 0) cost += 2 * differenceAt(level, beside, label + shift);
      continue;
    }
    const theirs = labels[beside];
    if (theirs < 0 || theirs === label + shift) continue;
    cost += differenceAt(level, theirs, label + shift) + differenceAt(level, theirs - shift, label);
  }
  return cost;
}

function differenceAt({ channels, guide }: Level, a: number, b: number): number {
  let sum = 0;
  for (let c = 0; c < channels; c++) {
    const difference = guide[a * channels + c] - guide[b * channels + c];
    sum += difference * difference;
  }
  return sum;
}
