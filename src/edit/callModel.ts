import { Cancelled, throwIfAborted } from '../base/abort';
import { type Charge, chargeOf } from '../base/charge';
import { InlayError, isInlayError } from '../base/errors';
import type { CallContext, EditModel, ModelAnswer, ModelCall } from '../routing/model';

/**
 * Asks the model, as often as its variants take. What it throws beyond `InlayError` and `Cancelled` becomes
 * `model.failed`. Where some of several calls fail or are
 * cancelled, those that were answered count: they are paid for.
 */
export async function callModel(model: EditModel, call: ModelCall, context: CallContext): Promise<ModelAnswer> {
  const calls = split(call, model.spec.variantsPerCall);
  const [only, ...others] = calls;
  if (others.length === 0) return ask(model, only, context);
  const ended = await Promise.allSettled(calls.map((part) => ask(model, part, context)));
  const answers = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failures = ended.flatMap((end): readonly unknown[] => (end.status === 'rejected' ? [end.reason] : []));
  const cancelled = failures.find((failure) => failure instanceof Cancelled);
  if (answers.length === 0) throw cancelled ?? worstOf(failures);
  return joined(answers, failures.length);
}

async function ask(model: EditModel, call: ModelCall, context: CallContext): Promise<ModelAnswer> {
  throwIfAborted(context.signal);
  try {
    return await model.edit(call, context);
  } catch (error) {
    if (error instanceof InlayError || error instanceof Cancelled) throw error;
    throw new InlayError('model.failed', { model: model.spec.label }, error);
  }
}

/** Every call has its own seed, or all variants would be alike. */
function split(call: ModelCall, most: number): readonly [ModelCall, ...ModelCall[]] {
  const count = Math.ceil(call.variants / most);
  const part = (index: number): ModelCall => ({
    ...call,
    variants: Math.min(most, call.variants - index * most),
    seed: (call.seed + index) >>> 0,
  });
  return [part(0), ...Array.from({ length: count - 1 }, (_, index) => part(index + 1))];
}

/** What was charged is told before what may have been, and that before what was not: nobody may ask again for the same. */
export function worstOf(failures: readonly unknown[]): unknown {
  const rank = (failure: unknown) => ranks.indexOf(isInlayError(failure) ? chargeOf(failure) : 'uncertain');
  return [...failures].sort((a, b) => rank(a) - rank(b))[0];
}

const ranks: readonly Charge[] = ['charged', 'uncertain', 'not'];

function joined(answers: readonly ModelAnswer[], failed: number): ModelAnswer {
  const dollars = answers.map((answer) => answer.dollars);
  const known = dollars.filter((sum) => sum !== undefined);
  const ids = answers.flatMap(({ requestId }) => (requestId === undefined ? [] : [requestId]));
  const texts = new Set(answers.flatMap(({ warnings }) => warnings.map(({ text }) => text)));
  if (failed > 0) texts.add(`${String(failed)} of ${String(failed + answers.length)} calls failed.`);
  return {
    images: answers.flatMap(({ images }) => images),
    warnings: [...texts].map((text) => ({ text })),
    ...(known.length > 0 && { dollars: known.reduce((sum, one) => sum + one, 0) }),
    ...(ids.length > 0 && { requestId: ids.join(', ') }),
  };
}
