import type { Sliced } from '../../base/slices';
import type { Check, CheckInput } from '../check';

/** By how much the model had tinted the picture; it was taken back. */
export const tint: Check = {
  id: 'tint',
  label: 'Tint',
  unit: 'levels',
  limit: { kind: 'at-most', value: 24 },
  why: 'Models tint what they return; what is far off cannot be taken back without loss.',
  measure,
};

function* measure({ tint }: CheckInput): Sliced<number | undefined> {
  return tint;
}
