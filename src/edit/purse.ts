import { Cancelled, throwIfAborted } from '../base/abort';
import { chargeOf } from '../base/charge';
import { isInlayError } from '../base/errors';
import type { CallContext, ModelAnswer, ModelCall } from '../routing/model';
import { callModel } from './callModel';
import type { EditPlan } from './plan';

/** Whoever watches the retoucher's limits. */
export interface Purse {
  /** Sets the sum aside, in US dollars, for one call. Throws `route.over-cap` where a limit would be broken. */
  reserve(dollars: number, most: number | undefined): Promise<Reserved>;
}

export interface Reserved {
  /** What was spent in the end, as far as anybody can know. */
  settle(payment: Payment): Promise<void>;
}

export interface Payment {
  readonly provider: string;
  readonly model: string;
  readonly dollars: number;
  /** `said` by the service, `listed` before the call, `possible`: nobody knows whether it was charged. */
  readonly basis: 'said' | 'listed' | 'possible';
  readonly requestId?: string | undefined;
}

/** A purse without a bottom, for whoever keeps no accounts. */
export const openPurse: Purse = { reserve: () => Promise.resolve({ settle: () => Promise.resolve() }) };

/** Asks the model within the limits, and keeps account of what that cost, whatever becomes of it. */
export async function payFor(
  plan: EditPlan,
  call: ModelCall,
  purse: Purse,
  context: CallContext,
): Promise<ModelAnswer> {
  const { model, price } = plan.route;
  const { id, provider } = model.spec;
  throwIfAborted(context.signal);
  const reserved = await purse.reserve(price.dollars, plan.request.maxDollars);
  const paid = (dollars: number, basis: Payment['basis'], requestId?: string) =>
    reserved.settle({ provider, model: id, dollars, basis, requestId });
  let requestId: string | undefined;
  const onRequestId = (name: string) => {
    requestId = name;
    context.onRequestId?.(name);
  };
  let answer: ModelAnswer;
  try {
    answer = await callModel(model, call, { ...context, onRequestId });
  } catch (error) {
    if (error instanceof Cancelled) await paid(price.dollars, 'possible', requestId);
    else if (isInlayError(error)) {
      const charge = chargeOf(error);
      await paid(charge === 'not' ? 0 : price.dollars, charge === 'charged' ? 'listed' : 'possible', requestId);
    }
    throw error;
  }
  const { dollars, warnings } = answer;
  try {
    await paid(dollars ?? price.dollars, dollars === undefined ? 'listed' : 'said', answer.requestId);
    return answer;
  } catch (error) {
    if (!isInlayError(error)) throw error;
    // what was paid for is not lost because the account of it is
    return { ...answer, warnings: [...warnings, { text: 'What this cost could not be added to the ledger.' }] };
  }
}
