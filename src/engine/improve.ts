import { asPart } from '../base/pieces';
import type { Random } from '../base/random';
import type { Sliced } from '../base/slices';
import type { Field } from './field';
import type { Level } from './level';
import { search } from './patchMatch';
import { vote } from './vote';

/** A mean change below this many levels ends the rounds. */
const settledChange = 0.1;

/** Search and vote in turns, `rounds` times at most. */
export function* improve(level: Level, field: Field, rounds: number, random: Random): Sliced<void> {
  const reach = Math.max(level.width, level.height);
  for (let round = 0; round < rounds; round++) {
    yield* asPart(search(level, field, reach, random), round / rounds, (round + 0.7) / rounds);
    const change = yield* asPart(vote(level, field, 1), (round + 0.7) / rounds, (round + 1) / rounds);
    if (change < settledChange) break;
  }
  yield 1;
}
