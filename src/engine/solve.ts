import { asPart } from '../base/pieces';
import { createRandom, type Random } from '../base/random';
import type { Sliced } from '../base/slices';
import { createField, type Field, inherit, scatter } from './field';
import type { Level } from './level';
import { paintSmooth } from './paintSmooth';
import { search } from './patchMatch';
import { vote } from './vote';

/** Rounds of search and vote on the coarsest level, on those between, and on the finest. */
const rounds = { coarsest: 20, between: 6, finest: 3 };

/** A mean change below this many levels ends the rounds. */
const settledChange = 0.1;

export interface Solved {
  readonly level: Level;
  readonly field: Field;
}

/**
 * Fills the hole of every level, coarsest first, and leaves the finest with its matches: search and vote in turns until
 * nothing moves (Wexler; Newson et al.).
 */
export function* solve(levels: readonly Level[], radius: number, seed: number): Sliced<Solved> {
  const random = createRandom(seed);
  let solved: Solved | undefined;
  let done = 0;
  for (let i = levels.length - 1; i >= 0; i--) {
    const share = i === 0 && levels.length > 1 ? 0.6 : 0.4 / Math.max(1, levels.length - 1);
    const next = Math.min(1, done + (levels.length === 1 ? 1 : share));
    solved = yield* asPart(solveLevel(levels, i, radius, solved, random), done, next);
    done = next;
  }
  if (!solved) throw new Error('Expected: at least one level');
  return solved;
}

function* solveLevel(
  levels: readonly Level[],
  index: number,
  radius: number,
  coarse: Solved | undefined,
  random: Random,
): Sliced<Solved> {
  const level = levels[index];
  const field = yield* asPart(createField(level, radius), 0, 0);
  if (coarse) {
    inherit(field, level.width, coarse.field, coarse.level.width, random);
    yield* asPart(vote(level, field, 1), 0, 0.05);
    field.stale.fill(1);
  } else {
    paintSmooth(level);
    scatter(field, random);
  }
  const count = !coarse ? rounds.coarsest : index === 0 ? rounds.finest : rounds.between;
  const reach = Math.max(level.width, level.height);
  for (let round = 0; round < count; round++) {
    yield* asPart(search(level, field, reach, random), share(round, count), share(round + 0.7, count));
    const change = yield* asPart(vote(level, field, 1), share(round + 0.7, count), share(round + 1, count));
    if (change < settledChange) break;
  }
  yield 1;
  return { level, field };
}

function share(round: number, count: number): number {
  return 0.05 + (0.95 * round) / count;
}
