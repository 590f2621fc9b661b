import type { Sliced } from '../../base/slices';
import { judge, type Check, type CheckInput, type Finding } from '../check';
import { changesInside } from './changesInside';
import { keepsOutside } from './keepsOutside';
import { ringColor } from './ringColor';
import { seam } from './seam';

export const checks: readonly Check[] = [keepsOutside, changesInside, seam, ringColor];

/** Runs every check; one that has nothing to measure finds nothing. */
export function* measureAll(input: CheckInput): Sliced<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    const value = yield* check.measure(input);
    if (value !== undefined) findings.push(judge(check, value));
  }
  return findings;
}
