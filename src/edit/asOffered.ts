import { chargeOf } from '../base/charge';
import { type ErrorCode, isInlayError } from '../base/errors';
import type { Outline } from './frame';
import { type EditPlan, planInstead } from './plan';

/** What says nothing of the edit itself: another model may well do it. */
const passedOn: readonly ErrorCode[] = [
  ...(['model.auth', 'model.no-credit', 'model.rate-limited', 'model.gone', 'model.down'] as const),
  ...(['model.refused-input', 'model.invalid-input', 'route.no-key'] as const),
  ...(['net.unreachable', 'net.not-allowed', 'net.foreign-origin'] as const),
];

/** So many are asked after the first. */
const mostFallbacks = 3;

/**
 * Carries out a plan; where its model could not answer and certainly charged nothing, the same edit by the next in line.
 * If none can, what the first one said is thrown: it is the one that was shown before Run was pressed.
 */
export async function asOffered<T>(plan: EditPlan, outline: Outline, run: (plan: EditPlan) => Promise<T>): Promise<T> {
  let first: unknown;
  let present: EditPlan | undefined = plan;
  for (let asked = 0; present !== undefined; asked++) {
    try {
      return await run(present);
    } catch (error) {
      if (asked > 0 && isInlayError(error) && error.code === 'route.over-cap') throw first;
      if (!mayBePassedOn(error)) throw error;
      first ??= error;
      present = asked < mostFallbacks ? nextPlan(present, outline) : undefined;
    }
  }
  throw first;
}

function mayBePassedOn(error: unknown): boolean {
  return isInlayError(error) && chargeOf(error.code) === 'not' && passedOn.includes(error.code);
}

function nextPlan(plan: EditPlan, outline: Outline): EditPlan | undefined {
  const { model, fallbacks } = plan.route;
  const [next] = fallbacks;
  if (next === undefined) return undefined;
  const planned = planInstead(plan, outline, next, `${model.spec.label} could not answer; this is the next in line.`);
  return planned.ok ? planned.plan : undefined;
}
