import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Field } from './field';
import type { Level } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;
const unlimited = Number.MAX_VALUE;

/** Per pixel of a level: the known pixel that it is a copy of, or -1 where nothing is copied. */
export type Labels = Int32Array;

/** Every pixel of the hole becomes a copy: of what the best matching patch over it says. */
export function* labelsOf(level: Level, field: Field): Sliced<Labels> {
  const { inside } = field;
  const labels = new Int32Array(level.width * level.height).fill(-1);
  yield* inPieces(inside.length, 6000, (from, to) => {
    for (let i = from; i < to; i++) labels[inside[i]] = bestOver(level, field, inside[i]);
  });
  return labels;
}

function bestOver({ width, height }: Level, { radius, slot, source, distance, trust }: Field, at: number): number {
  const x = at % width;
  const y = (at - x) / width;
  let best = unlimited;
  let label = -1;
  for (let j = max(-radius, radius - y); j <= min(radius, height - 1 - radius - y); j++) {
    for (let i = max(-radius, radius - x); i <= min(radius, width - 1 - radius - x); i++) {
      const t = slot[at + j * width + i];
      const cost = (distance[t] + 1) / trust[t];
      if (cost >= best) continue;
      best = cost;
      label = source[t] - j * width - i;
    }
  }
  return label;
}
