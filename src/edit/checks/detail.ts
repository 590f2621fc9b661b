import type { Sliced } from '../../base/slices';
import type { Check, CheckInput } from '../check';

/** How much of the detail around the edit the result has, after it was made as sharp. */
export const detail: Check = {
  id: 'detail',
  label: 'Detail',
  unit: 'ratio',
  limit: { kind: 'at-least', value: 0.6 },
  why: 'Models soften what they return: they see it through a coarser grid.',
  measure,
};

function* measure({ texture }: CheckInput): Sliced<number | undefined> {
  return texture?.detail;
}
