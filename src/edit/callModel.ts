import { Cancelled, throwIfAborted } from '../base/abort';
import { type Charge, chargeOf } from '../base/charge';
import { InlayError, isInlayError } from '../base/errors';
import type { CallContext, EditModel, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';

/** What became of asking a model, and what each of its calls cost. */
export interface Called {
  /** A failure is an `InlayError` or `Cancelled`. */
  readonly end:
    | { readonly kind: 'answered'; readonly answer: ModelAnswer }
    | { readonly kind: 'failed'; readonly error: InlayError | Cancelled };
  /** In the order of the calls; of 0 dollars where one cost nothing. */
  readonly spent: readonly Spent[];
}

export interface Spent {
  readonly dollars: number;
  /** `said` by the service, `listed` before the call, `possible`: nobody knows whether it was charged. */
  readonly basis: 'said' | 'listed' | 'possible';
  readonly requestId?: string | undefined;
}

/**
 * Asks the model, as often as its variants take; `dollars` is the price of all of them. What it throws beyond `InlayError`
 * and `Cancelled` becomes `model.failed`. Where some of several calls fail or are cancelled, those that were answered
 * count: they are paid for.
 */
export async function callModel(
  model: EditModel,
  call: ModelCall,
  dollars: number,
  context: CallContext,
): Promise<Called> {
  const parts = split(call, model.spec.variantsPerCall);
  const share = (part: ModelCall) => (dollars * part.variants) / call.variants;
  const ended = await Promise.all(parts.map((part) => ask(model, part, share(part), context)));
  const spent = ended.map((each) => each.spent);
  const answers = ended.flatMap(({ end }) => (end.kind === 'answered' ? [end.answer] : []));
  const failures = ended.flatMap(({ end }) => (end.kind === 'failed' ? [end.error] : []));
  const [only] = answers;
  if (only === undefined) return { end: { kind: 'failed', error: toldOf(failures) }, spent };
  const answer = ended.length === 1 ? only : joined(answers, failures.length);
  return { end: { kind: 'answered', answer }, spent };
}

interface Ended {
  readonly end: Called['end'];
  readonly spent: Spent;
}

async function ask(model: EditModel, call: ModelCall, dollars: number, context: CallContext): Promise<Ended> {
  let requestId: string | undefined;
  const onRequestId = (name: string) => {
    requestId = name;
    context.onRequestId?.(name);
  };
  try {
    throwIfAborted(context.signal);
    const answer = claimPictures(await model.edit(call, { ...context, onRequestId }), model.spec);
    return { end: { kind: 'answered', answer }, spent: spentFor(answer, dollars) };
  } catch (thrown) {
    const isKnown = isInlayError(thrown) || thrown instanceof Cancelled;
    const error = isKnown ? thrown : new InlayError('model.failed', { model: model.spec.label }, thrown);
    return { end: { kind: 'failed', error }, spent: spentInVain(error, dollars, requestId) };
  }
}

/** In pixels, on each side: what is smaller stands for no picture. A document itself may be small. */
const leastSide = 8;

function claimPictures(answer: ModelAnswer, { takes, label }: ModelSpec): ModelAnswer {
  if (takes === 'document') return answer;
  const images = answer.images.filter(({ width, height }) => Math.min(width, height) >= leastSide);
  if (images.length === 0) throw new InlayError('model.no-image', { model: label });
  return { ...answer, images };
}

function spentFor({ dollars, requestId }: ModelAnswer, listed: number): Spent {
  return dollars === undefined
    ? { dollars: listed, basis: 'listed', requestId }
    : { dollars, basis: 'said', requestId };
}

function spentInVain(error: InlayError | Cancelled, dollars: number, requestId: string | undefined): Spent {
  const charge = chargeOfEnd(error, requestId);
  return {
    dollars: charge === 'not' ? 0 : dollars,
    basis: charge === 'charged' ? 'listed' : 'possible',
    requestId,
  };
}

/** What was cancelled before anything had left cost nothing. */
function chargeOfEnd(error: InlayError | Cancelled, requestId?: string): Charge {
  if (!(error instanceof Cancelled)) return chargeOf(error);
  return error.request === 'sent' || requestId !== undefined ? 'uncertain' : 'not';
}

/** Every call has its own seed, or all variants would be alike. */
function split(call: ModelCall, most: number): readonly ModelCall[] {
  const count = Math.ceil(call.variants / most);
  return Array.from({ length: count }, (_, index) => ({
    ...call,
    variants: Math.min(most, call.variants - index * most),
    seed: (call.seed + index) >>> 0,
  }));
}

/**
 * That somebody cancelled; else what was charged is told before what may have been, and that before what was not: nobody
 * may ask again for the same.
 */
function toldOf(failures: readonly (InlayError | Cancelled)[]): InlayError | Cancelled {
  const cancelled = failures.find((failure) => failure instanceof Cancelled);
  const rank = (failure: InlayError | Cancelled) => ranks.indexOf(chargeOfEnd(failure));
  const [worst] = [...failures].sort((a, b) => rank(a) - rank(b));
  return cancelled ?? worst ?? new Cancelled('nothing was asked');
}

const ranks: readonly Charge[] = ['charged', 'uncertain', 'not'];

function joined(answers: readonly ModelAnswer[], failed: number): ModelAnswer {
  const known = answers.flatMap(({ dollars }) => (dollars === undefined ? [] : [dollars]));
  const ids = answers.flatMap(({ requestId }) => (requestId === undefined ? [] : [requestId]));
  const texts = new Set(answers.flatMap(({ warnings }) => warnings.map(({ text }) => text)));
  if (failed > 0) texts.add(`${String(failed)} of ${String(failed + answers.length)} calls failed.`);
  return {
    images: answers.flatMap(({ images }) => images),
    warnings: [...texts].map((text) => ({ text })),
    ...(known.length === answers.length && { dollars: known.reduce((sum, one) => sum + one, 0) }),
    ...(ids.length > 0 && { requestId: ids.join(', ') }),
  };
}
