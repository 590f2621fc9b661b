import type { Sliced } from '../../base/slices';
import type { Check, CheckInput } from '../check';

/** The size at which the model saw the picture, over its own. */
export const scale: Check = {
  id: 'scale',
  label: 'Scale',
  unit: 'ratio',
  limit: { kind: 'at-least', value: 0.5 },
  why: 'Models take pictures of a limited size: what comes back is enlarged.',
  measure,
};

function* measure({ scale }: CheckInput): Sliced<number | undefined> {
  return scale;
}
