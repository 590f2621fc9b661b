import { asPart } from '../base/pieces';
import { createRandom, type Random } from '../base/random';
import type { Sliced } from '../base/slices';
import { begin } from './begin';
import { createField, type Field, inherit } from './field';
import { improve } from './improve';
import type { Level } from './level';
import { vote } from './vote';

/** Rounds of search and vote on the levels between the coarsest and the finest, and on the finest. */
const rounds = { between: 6, finest: 3 };

export interface Solved {
  readonly level: Level;
  readonly field: Field;
}

/**
 * Fills the hole of every level, coarsest first, and leaves the finest with its matches: search and vote in turns until
 * nothing moves (Wexler, Shechtman, Irani 2007; Newson et al. 2017).
 */
export function* solve(levels: readonly Level[], radius: number, seed: number): Sliced<Solved> {
  const random = createRandom(seed);
  const coarsest = levels[levels.length - 1];
  let done = levels.length === 1 ? 1 : 0.2;
  const field = yield* asPart(createField(coarsest, radius), 0, 0);
  yield* asPart(begin(coarsest, field, random), 0, done);
  let solved: Solved = { level: coarsest, field };
  for (let i = levels.length - 2; i >= 0; i--) {
    const next = i === 0 ? 1 : done + 0.2 / (levels.length - 2);
    const count = i === 0 ? rounds.finest : rounds.between;
    solved = yield* asPart(refine(levels[i], solved, count, random), done, next);
    done = next;
  }
  return solved;
}

/** Takes over what the coarser level found and betters it. */
function* refine(level: Level, coarse: Solved, count: number, random: Random): Sliced<Solved> {
  const field = yield* asPart(createField(level, coarse.field.radius), 0, 0);
  yield* asPart(inherit(field, level.width, coarse.field, coarse.level.width, random), 0, 0.02);
  yield* asPart(vote(level, field, 1), 0.02, 0.05);
  field.stale.fill(1);
  yield* asPart(improve(level, field, count, random), 0.05, 1);
  return { level, field };
}
