import { asPart, inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import type { Rect } from '../image/rect';
import { enlargeLabels, paintCopies } from './carry';
import { deepest, depthsOf } from './depth';
import type { Copies } from './fit';
import { guideOf } from './guide';
import { smoothJoints } from './joints';
import { type Labels, labelsOf } from './labels';
import type { Level } from './level';
import { halve } from './pyramid';
import { solve } from './solve';
import { withTexture } from './texture';

/** A hole with more pixels than this is solved at half the size, or less; its labels are carried up. */
const mostSolved = 160_000;
/** Where the hole is no deeper than this many pixels, a patch sees across it: no coarser level is needed. */
const shallow = 4;

/** Which known pixel each pixel of the hole is to copy, inside `area`. Nothing if no pixel there is known. */
export function* planCopies(source: Raster, hole: Mask, area: Rect, seed: number): Sliced<Copies | undefined> {
  const { large, solved } = yield* asPart(buildLevels(source, hole, area), 0, 0.1);
  if (!(large[large.length - 1] ?? solved[0]).hole.includes(0)) return undefined;
  const solution = yield* asPart(copiesAtSolvedSize(solved, seed), 0.1, 0.9);
  const { level, labels } = yield* asPart(carryUp(solution, large), 0.9, 1);
  return { width: level.width, height: level.height, hole: level.hole, area, labels };
}

interface Copying {
  readonly level: Level;
  readonly labels: Labels;
}

/** Which known pixel each pixel of the hole copies, at the finest level that is solved. */
function* copiesAtSolvedSize(levels: readonly Level[], seed: number): Sliced<Copying> {
  const solved = yield* asPart(solve(levels, seed), 0, 0.98);
  if (!solved) return { level: levels[0], labels: new Int32Array(levels[0].hole.length).fill(-1) };
  const { level, field } = solved;
  const labels = yield* asPart(labelsOf(level, field), 0.98, 0.99);
  yield* asPart(smoothJoints(level, labels, 4), 0.99, 1);
  return { level, labels };
}

/** The same copies at the picture's full size, through the levels that are too large to be solved, coarse to fine. */
function* carryUp(solution: Copying, large: readonly Level[]): Sliced<Copying> {
  let carried = solution;
  for (let i = 0; i < large.length; i++) {
    const { level: coarse, labels } = carried;
    carried = yield* asPart(carryOnce(coarse, labels, large[i]), i / large.length, (i + 1) / large.length);
  }
  return carried;
}

function* carryOnce(coarse: Level, coarseLabels: Labels, level: Level): Sliced<Copying> {
  const labels = yield* asPart(enlargeLabels(coarseLabels, coarse, level), 0, 0.3);
  yield* asPart(paintCopies(level, labels), 0.3, 0.4);
  yield* asPart(smoothJoints(level, labels, 2), 0.4, 1);
  return { level, labels };
}

/**
 * The picture at every scale: those too large to be solved, coarse to fine, and those that are solved, fine to coarse.
 */
function* buildLevels(source: Raster, hole: Mask, area: Rect) {
  const large: Level[] = [];
  let level = yield* asPart(guideOf(source, hole, area), 0, 0.3);
  while ((yield* asPart(holeSize(level), 0.3, 0.3)) > mostSolved) {
    large.unshift(level);
    level = yield* asPart(halve(level), 0.3, 0.4);
  }
  const depth = deepest(yield* asPart(depthsOf(level.hole, level.width, level.height), 0.4, 0.5));
  let count = 1;
  while (depth / 2 ** (count - 1) > shallow) count++;
  level = yield* asPart(withTexture(level, 2 ** Math.max(0, count - 2)), 0.5, 0.8);
  const solved = [level];
  while (solved.length < count && Math.min(level.width, level.height) >= 28) {
    level = yield* asPart(halve(level), 0.8, 0.9);
    solved.push(level);
  }
  return { large, solved };
}

function* holeSize({ hole }: Level): Sliced<number> {
  let size = 0;
  yield* inPieces(hole.length, 2_000_000, (from, to) => {
    for (let i = from; i < to; i++) size += hole[i];
  });
  return size;
}
