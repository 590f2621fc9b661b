import type { Sliced } from '../../base/slices';
import { asSeen } from '../asSeen';
import { judge, type Check, type CheckInput, type Finding } from '../check';
import { changedArea } from './changedArea';
import { changesInside } from './changesInside';
import { complete } from './complete';
import { detail } from './detail';
import { framing } from './framing';
import { grain } from './grain';
import { keepsOutside } from './keepsOutside';
import { position } from './position';
import { ringColor } from './ringColor';
import { scale } from './scale';
import { seam } from './seam';
import { tint } from './tint';

export const checks: readonly Check[] = [
  ...[framing, complete, position, changedArea, keepsOutside, changesInside],
  ...[seam, ringColor, tint, detail, grain, scale],
];

/** Runs every check on what the eye sees; one that has nothing to measure finds nothing. */
export function* measureAll(input: CheckInput): Sliced<readonly Finding[]> {
  const { isNew } = input;
  const seen = { ...input, source: yield* asSeen(input.source), patch: yield* asSeen(input.patch) };
  const findings: Finding[] = [];
  for (const check of checks) {
    if (isNew === 'yes' && check === changesInside) continue;
    const value = yield* check.measure(seen);
    if (value !== undefined) findings.push(judge(check, value));
  }
  return findings;
}
