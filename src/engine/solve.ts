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

/** Patches in a level below which it is not worth matching with them. */
const fewest = 32;

export interface Solved {
  readonly level: Level;
  readonly field: Field;
}

/**
 * Fills the hole of every level, coarsest first, and leaves the finest with its matches: search and vote in turns until
 * nothing moves (Wexler, Shechtman, Irani 2007; Newson et al. 2017). Nothing where there is no known patch to match.
 */
export function* solve(levels: readonly Level[], seed: number): Sliced<Solved | undefined> {
  const random = createRandom(seed);
  const fields = yield* asPart(fieldsOf(levels), 0, 0.05);
  const last = fields.length - 1;
  if (last < 0) return undefined;
  let done = last === 0 ? 1 : 0.2;
  yield* asPart(begin(levels[last], fields[last], random, last > 0 ? 'deep' : 'shallow'), 0.05, done);
  let solved: Solved = { level: levels[last], field: fields[last] };
  for (let i = last - 1; i >= 0; i--) {
    const next = i === 0 ? 1 : done + 0.2 / (last - 1);
    const count = i === 0 ? rounds.finest : rounds.between;
    solved = yield* asPart(refine({ level: levels[i], field: fields[i] }, solved, count, random), done, next);
    done = next;
  }
  return solved;
}

/** The patches of each level, fine to coarse, as long as there are enough: of 7 pixels, or 5, or 3. */
function* fieldsOf(levels: readonly Level[]): Sliced<Field[]> {
  for (const radius of [3, 2, 1]) {
    const fields: Field[] = [];
    for (const level of levels) {
      const field = yield* createField(level, radius);
      if (field.usableCount < (radius > 1 || fields.length > 0 ? fewest : 1)) break;
      fields.push(field);
    }
    if (fields.length > 0) return fields;
  }
  return [];
}

/** Takes over what the coarser level found and betters it. */
function* refine({ level, field }: Solved, coarse: Solved, count: number, random: Random): Sliced<Solved> {
  yield* asPart(inherit(field, level.width, coarse.field, coarse.level.width, random), 0, 0.02);
  yield* asPart(vote(level, field, 1), 0.02, 0.05);
  field.stale.fill(1);
  yield* asPart(improve(level, field, count, random), 0.05, 1);
  return { level, field };
}
