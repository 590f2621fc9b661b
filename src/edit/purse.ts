import { throwIfAborted } from '../base/abort';
import { isInlayError } from '../base/errors';
import type { CallContext, ModelAnswer, ModelCall } from '../routing/model';
import { callModel, type Spent } from './callModel';
import type { EditPlan } from './plan';

/** Whoever watches the retoucher's limits. */
export interface Purse {
  /** Sets the sum aside, in US dollars, for all calls of an edit. Throws `route.over-cap` where a limit would be broken. */
  reserve(dollars: number, most: number | undefined): Promise<Reserved>;
}

export interface Reserved {
  /**
   * What was spent in the end, call by call, as far as anybody can know. Where that cannot be written, it throws
   * `host.disk-full` or `host.storage` and keeps it in mind.
   */
  settle(payments: readonly Payment[]): Promise<void>;
}

export interface Payment extends Spent {
  readonly provider: string;
  readonly model: string;
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
  const { end, spent } = await callModel(model, call, price.dollars, context);
  const isWritten = await written(reserved.settle(spent.map((each) => ({ ...each, provider, model: id }))));
  if (end.kind === 'failed') throw end.error;
  if (isWritten) return end.answer;
  const warnings = [...end.answer.warnings, { text: 'What this cost could not be added to the ledger.' }];
  return { ...end.answer, warnings };
}

/** What was paid for, or why it failed, is not lost because the account of it is. */
async function written(settling: Promise<void>): Promise<boolean> {
  try {
    await settling;
    return true;
  } catch (error) {
    if (!isInlayError(error)) throw error;
    return false;
  }
}
