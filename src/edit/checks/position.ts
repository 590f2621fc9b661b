import type { Sliced } from '../../base/slices';
import type { Check, CheckInput } from '../check';

/** How far off the answer still lies after it was laid in place, in the middle case. */
export const position: Check = {
  id: 'position',
  label: 'Position',
  unit: 'pixels',
  limit: { kind: 'at-most', value: 0.5 },
  why: 'Models shift and zoom what they return, not always evenly.',
  measure,
};

function* measure({ misplaced }: CheckInput): Sliced<number | undefined> {
  return misplaced;
}
