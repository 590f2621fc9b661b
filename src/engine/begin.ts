import { asPart } from '../base/pieces';
import { createRandom, type Random } from '../base/random';
import type { Sliced } from '../base/slices';
import { type Field, scatter } from './field';
import { improve } from './improve';
import type { Level } from './level';
import { paintSmooth } from './paintSmooth';
import { peel } from './peel';

/** Beginnings that are tried where the level is small, and rounds for each; rounds for the best of them. */
const attempts = 5;
const trialRounds = 8;
const rounds = 20;
/** Beyond this many patch comparisons, or pixels of hole, laying patches would take too long. */
const mostPeeling = 300_000;
const mostPeeled = 500;

/** Solves the coarsest level from nothing: from several beginnings where it is small, and goes on with the best. */
export function* begin(level: Level, field: Field, random: Random, depth: 'shallow' | 'deep'): Sliced<void> {
  const small = peelingCost(field) <= mostPeeling && field.inside.length <= mostPeeled;
  const tries = depth === 'deep' && small ? attempts : 1;
  const best = { energy: Infinity, guide: level.guide, source: field.source, distance: field.distance };
  for (let attempt = 0; attempt < tries; attempt++) {
    const own = createRandom(random.below(0x100000000));
    yield* asPart(beginOnce(level, field, attempt, own), (0.6 * attempt) / tries, (0.6 * (attempt + 1)) / tries);
    const energy = meanOf(field.distance);
    if (energy >= best.energy) continue;
    best.energy = energy;
    best.guide = level.guide.slice();
    best.source = field.source.slice();
    best.distance = field.distance.slice();
  }
  level.guide.set(best.guide);
  field.source.set(best.source);
  field.distance.set(best.distance);
  field.stale.fill(1);
  yield* asPart(improve(level, field, rounds - trialRounds, random), 0.6, 1);
}

function* beginOnce(level: Level, field: Field, attempt: number, random: Random): Sliced<void> {
  if (attempt === 0) yield* asPart(paintSmooth(level), 0, 0.1);
  else yield* peel(level, field, random);
  yield* asPart(scatter(field, random), 0.1, 0.15);
  yield* asPart(improve(level, field, trialRounds, random), 0.15, 1);
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
