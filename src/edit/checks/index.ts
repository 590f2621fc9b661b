import type { Sliced } from '../../base/slices';
import { asSeen } from '../asSeen';
import { judge, type Check, type CheckInput, type Finding } from '../check';
import { changesInside } from './changesInside';
import { complete } from './complete';
import { framing } from './framing';
import { keepsOutside } from './keepsOutside';
import { ringColor } from './ringColor';
import { seam } from './seam';

export const checks: readonly Check[] = [framing, complete, keepsOutside, changesInside, seam, ringColor];

/** Runs every check on what the eye sees; one that has nothing to measure finds nothing. */
export function* measureAll(input: CheckInput): Sliced<readonly Finding[]> {
  const { mask, found, missing } = input;
  const seen = { source: yield* asSeen(input.source), patch: yield* asSeen(input.patch), mask, found, missing };
  const findings: Finding[] = [];
  for (const check of checks) {
    const value = yield* check.measure(seen);
    if (value !== undefined) findings.push(judge(check, value));
  }
  return findings;
}
