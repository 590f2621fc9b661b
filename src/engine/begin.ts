import { asPart } from '../base/pieces';
import { createRandom, type Random } from '../base/random';
import type { Sliced } from '../base/slices';
import { type Field, scatter } from './field';
import { improve } from './improve';
import type { Level } from './level';
import { paintSmooth } from './paintSmooth';
import { peel } from './peel';

/** Beginnings that are tried where the level is small enough for it, and rounds for each. */
const attempts = 5;
const rounds = 20;
/** Patch comparisons that laying patches may cost, per attempt. */
const mostPeeling = 300_000;

/** Solves the coarsest level from nothing: from several beginnings where it is small, and keeps the best. */
export function* begin(level: Level, field: Field, random: Random): Sliced<void> {
  const tries = peelingCost(field) > mostPeeling || field.inside.length > 500 ? 1 : attempts;
  let least = Infinity;
  const best = { guide: new Uint8Array(0), source: new Int32Array(0), distance: new Float32Array(0) };
  for (let attempt = 0; attempt < tries; attempt++) {
    const own = createRandom(random.below(0x100000000));
    yield* asPart(beginOnce(level, field, attempt, own), attempt / tries, (attempt + 1) / tries);
    const energy = meanOf(field.distance);
    if (energy >= least) continue;
    least = energy;
    best.guide = level.guide.slice();
    best.source = field.source.slice();
    best.distance = field.distance.slice();
  }
  level.guide.set(best.guide);
  field.source.set(best.source);
  field.distance.set(best.distance);
}

function* beginOnce(level: Level, field: Field, attempt: number, random: Random): Sliced<void> {
  if (attempt === 0) yield* asPart(paintSmooth(level), 0, 0.1);
  else yield* peel(level, field, random);
  yield* asPart(scatter(field, random), 0.1, 0.15);
  yield* asPart(improve(level, field, rounds, random), 0.15, 1);
}

/** Comparisons that it takes to close the hole with patches: one for each source, for each half patch of hole. */
function peelingCost({ inside, usableCount, radius }: Field): number {
  return (inside.length * usableCount) / (radius * (2 * radius + 1));
}

function meanOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}
