import { chargeOf } from '../base/charge';
import { type ErrorCode, type InlayError, isInlayError } from '../base/errors';
import type { Outline } from './frame';
import { type EditPlan, planInstead } from './plan';

/** What says nothing of the edit itself, nor of a model: nothing of that service need be asked now. */
const ofService: readonly ErrorCode[] = [
  ...(['model.auth', 'model.no-credit', 'model.rate-limited', 'model.down', 'route.no-key'] as const),
  ...(['net.unreachable', 'net.not-allowed', 'net.foreign-origin'] as const),
];
/** Another model may well do it. */
const passedOn: readonly ErrorCode[] = [...ofService, 'model.gone', 'model.refused-input', 'model.invalid-input'];

/** So many are asked after the first. */
const mostFallbacks = 3;

/**
 * Carries out a plan; where its model could not answer and certainly charged nothing, the same edit by the next in line.
 * If none can, what the first one said is thrown: it is the one that was shown before Run was pressed.
 */
export async function asOffered<T>(plan: EditPlan, outline: Outline, run: (plan: EditPlan) => Promise<T>): Promise<T> {
  let first: unknown;
  let present: EditPlan | undefined = plan;
  const silent = new Set<string>();
  for (let asked = 0; present !== undefined; asked++) {
    try {
      return await run(present);
    } catch (error) {
      if (asked > 0 && isInlayError(error) && error.code === 'route.over-cap') throw first;
      if (!isInlayError(error) || !mayBePassedOn(error)) throw error;
      first ??= error;
      if (ofService.includes(error.code)) silent.add(present.route.model.spec.provider);
      present = asked < mostFallbacks ? nextPlan(present, outline, silent) : undefined;
    }
  }
  throw first;
}

function mayBePassedOn(error: InlayError): boolean {
  return chargeOf(error) === 'not' && passedOn.includes(error.code);
}

function nextPlan(plan: EditPlan, outline: Outline, silent: ReadonlySet<string>): EditPlan | undefined {
  const { fallbacks } = plan.route;
  const next = fallbacks.find(({ spec }) => !silent.has(spec.provider));
  if (next === undefined) return undefined;
  const planned = planInstead(plan, outline, next);
  return planned.ok ? planned.plan : undefined;
}
