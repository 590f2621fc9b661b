import type { Sliced } from '../../base/slices';
import type { Check, CheckInput } from '../check';

/** How grainy what was made anew is, against what lies around. */
export const grain: Check = {
  id: 'grain',
  label: 'Grain',
  unit: 'ratio',
  limit: { kind: 'at-least', value: 0.5 },
  why: 'Models paint smooth surfaces, which stand out of a grainy picture.',
  measure,
};

function* measure({ texture }: CheckInput): Sliced<number | undefined> {
  return texture?.grain;
}
