import { asPart } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import { type Raster, samplesLike } from '../image/raster';
import type { Rect } from '../image/rect';
import { enlargeLabels } from './carry';
import { deepest, depthsOf } from './depth';
import { fit } from './fit';
import { guideOf } from './guide';
import { labelsOf } from './labels';
import type { Level } from './level';
import { halve } from './pyramid';
import { solve } from './solve';
import { withTexture } from './texture';
import { workAreaOf } from './workArea';

/** A hole with more pixels than this is solved at half the size, or less; its labels are carried up. */
const mostSolved = 160_000;
/** Where the hole is no deeper than this many pixels, a patch sees across it: no coarser level is needed. */
const shallow = 4;

/**
 * Continues a picture into the hole. `hole`: anything above 0 is made anew, the rest is kept bit for bit. Same depth,
 * channels and space as the source. The same seed gives the same bytes.
 */
export function* complete(source: Raster, hole: Mask, seed: number): Sliced<Raster> {
  const data = samplesLike(source.data, source.data.length);
  data.set(source.data);
  const result: Raster = { ...source, data };
  const area = workAreaOf(hole);
  if (!area) return result;
  const { large, solved } = yield* asPart(buildLevels(source, hole, area), 0, 0.1);
  let { level, labels } = yield* asPart(copyPlan(solved, seed), 0.1, 0.75);
  for (const finer of large) {
    labels = yield* asPart(enlargeLabels(labels, level, finer), 0.75, 0.75);
    level = finer;
  }
  yield* asPart(fit(source, { ...level, area, labels }, result), 0.75, 1);
  return result;
}

/** Which known pixel each pixel of the hole copies, at the finest level that is solved. */
function* copyPlan(levels: readonly Level[], seed: number) {
  const { level, field } = yield* asPart(solve(levels, 3, seed), 0, 0.98);
  const labels = yield* asPart(labelsOf(level, field), 0.98, 1);
  return { level, labels };
}

/**
 * The picture at every scale: those too large to be solved, and those that are; the first from
 * coarse to fine, the second from fine to coarse. */
function* buildLevels(source: Raster, hole: Mask, area: Rect) {
  const large: Level[] = [];
  let level = yield* asPart(guideOf(source, hole, area), 0, 0.3);
  while (holeSize(level) > mostSolved) {
    large.unshift(level);
    level = yield* asPart(halve(level), 0.3, 0.3);
  }
  const depth = deepest(yield* depthsOf(level.hole, level.width, level.height));
  let count = 1;
  while (depth / 2 ** (count - 1) > shallow) count++;
  level = yield* asPart(withTexture(level, 2 ** Math.max(0, count - 2)), 0.3, 0.7);
  const solved = [level];
  while (solved.length < count && Math.min(level.width, level.height) >= 28) {
    level = yield* asPart(halve(level), 0.7, 0.7);
    solved.push(level);
  }
  return { large, solved };
}

function holeSize({ hole }: Level): number {
  let size = 0;
  for (let i = 0; i < hole.length; i++) size += hole[i];
  return size;
}
