import type { Sliced } from '../../base/slices';
import { leastShare } from '../../image/register/registerAnswer';
import type { Check, CheckInput } from '../check';

/** How much of what was to stay lies where it belongs, after the answer was laid in place. */
export const framing: Check = {
  id: 'framing',
  label: 'Framing',
  unit: 'percent',
  limit: { kind: 'at-least', value: Math.round(leastShare * 100) },
  why: 'Models move the camera: they zoom, crop and turn, and what was to stay lies somewhere else.',
  measure,
};

function* measure({ found }: CheckInput): Sliced<number | undefined> {
  return found === undefined ? undefined : found * 100;
}
