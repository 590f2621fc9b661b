import { chargeOf } from '../base/charge';
import { type ErrorCode, InlayError, isInlayError } from '../base/errors';
import type { Outline } from './frame';
import { type EditPlan, planInstead } from './plan';

/** What says nothing of the edit itself, nor of a model: nothing of that service need be asked now. */
const ofService: readonly ErrorCode[] = [
  ...(['model.auth', 'model.no-credit', 'model.rate-limited', 'model.down', 'route.no-key'] as const),
  ...(['net.unreachable', 'net.not-allowed', 'net.foreign-origin'] as const),
];
/** Another model may well do it. */
const passedOn: readonly ErrorCode[] = [
  ...ofService,
  ...(['model.gone', 'model.refused-input', 'model.invalid-input', 'model.out-of-memory'] as const),
];

/** So many are asked after the first. */
const mostFallbacks = 3;

/**
 * Carries out a plan; where its model could not answer and certainly charged nothing, the same edit by the next in line
 * that costs no more than was agreed. If none can, what the first one said is thrown: it is the one that was shown before
 * Run was pressed. Where only the price stood in the way of another, that is said with it.
 */
export async function asOffered<T>(plan: EditPlan, outline: Outline, run: (plan: EditPlan) => Promise<T>): Promise<T> {
  try {
    return await run(plan);
  } catch (error) {
    if (!isInlayError(error) || !mayBePassedOn(error)) throw error;
    return askOthers(plan, outline, run, error);
  }
}

async function askOthers<T>(
  plan: EditPlan,
  outline: Outline,
  run: (plan: EditPlan) => Promise<T>,
  first: InlayError,
): Promise<T> {
  const silent = new Set<string>();
  note(silent, plan, first);
  let dearer: EditPlan | undefined;
  let asked = 0;
  for (const next of plan.route.fallbacks) {
    const planned = planInstead(plan, outline, next);
    if (silent.has(next.spec.provider) || !planned.ok) continue;
    if (planned.plan.route.price.dollars > agreedFor(plan)) {
      dearer ??= planned.plan;
      continue;
    }
    try {
      return await run(planned.plan);
    } catch (error) {
      if (isOverCap(error)) continue;
      if (!isInlayError(error) || !mayBePassedOn(error)) throw error;
      note(silent, planned.plan, error);
      if (++asked === mostFallbacks) break;
    }
  }
  throw dearer === undefined ? first : toldWith(first, dearer);
}

/** What it may cost without asking: what was said for this edit, or else the price that was shown. */
function agreedFor({ request, route }: EditPlan): number {
  return (request.maxDollars ?? route.price.dollars) + smallest;
}

/** Less than any price: sums of cents are not exact. */
const smallest = 1e-9;

function note(silent: Set<string>, { route }: EditPlan, { code }: InlayError): void {
  if (ofService.includes(code)) silent.add(route.model.spec.provider);
}

/** Nobody was asked, so nothing is known of the model. */
function isOverCap(error: unknown): boolean {
  return isInlayError(error) && error.code === 'route.over-cap';
}

function toldWith(before: InlayError, { route }: EditPlan): InlayError {
  return new InlayError('route.dearer-next', { before, model: route.model.spec.label, price: route.price }, before);
}

function mayBePassedOn(error: InlayError): boolean {
  return chargeOf(error) === 'not' && passedOn.includes(error.code);
}
