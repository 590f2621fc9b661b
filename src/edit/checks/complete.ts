import type { Sliced } from '../../base/slices';
import type { Check, CheckInput } from '../check';

/** The share of what was to change that stays as it was, since no tile came for it. */
export const complete: Check = {
  id: 'complete',
  label: 'Missing',
  unit: 'percent',
  limit: { kind: 'at-most', value: 0 },
  why: 'Of several calls some may fail.',
  measure,
};

function* measure({ missing }: CheckInput): Sliced<number | undefined> {
  return missing === undefined ? undefined : missing * 100;
}
