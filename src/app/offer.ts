import { InlayError } from '../base/errors';
import type { Outline } from '../edit/frame';
import type { RunnableOperation } from '../edit/operations';
import { type Circumstances, planEdit } from '../edit/plan';
import { composedFor } from '../edit/promptFor';
import type { DocumentGlance, InlayLayer } from '../host/host';
import { accessTo } from '../routing/access';
import type { EditModel } from '../routing/model';
import type { Price } from '../routing/price';
import type { NotChosen, Route } from '../routing/route';
import type { WhyNot } from '../routing/whyNot';
import { requestFrom } from './draft';
import { explain } from './explain';
import { priceInWords, scaleInWords } from './labels';
import { briefInWords, whyNotInWords } from './routeWords';
import type { Draft, ModelChoice, Offer, Settings } from './state';

/** What an edit would be done with. */
export interface Means {
  readonly models: readonly EditModel[];
  readonly circumstances: Circumstances;
  readonly settings: Settings;
  /** What of ours is seen there already. */
  readonly beneath: readonly InlayLayer[];
}

/** Whether some model can be called for an operation, as things are set. */
export function canDo(
  operation: RunnableOperation,
  { models, circumstances }: Pick<Means, 'models' | 'circumstances'>,
): boolean {
  const { providers, configured } = circumstances;
  return models.some(({ spec }) => {
    const provider = providers.find(({ id }) => id === spec.provider);
    if (provider === undefined || !spec.operations.includes(operation)) return false;
    return accessTo(spec, provider, configured).kind === 'open';
  });
}

/** What pressing Run would do: a plan without pixels, so that it costs nothing to show. */
export function offerFor(
  document: DocumentGlance | undefined,
  draft: Draft,
  { models, circumstances, settings, beneath }: Means,
  obstacle?: InlayError,
  objectionTo: (dollars: number) => InlayError | undefined = () => undefined,
): Offer {
  if (document === undefined) return blocked(new InlayError('host.no-document', {}));
  if (document.obstacle !== undefined) return blocked(document.obstacle);
  if (obstacle !== undefined) return blocked(obstacle);
  const outline = outlineOf(document, beneath);
  const request = requestFrom(draft, settings, 0);
  if (request instanceof InlayError) return blocked(request);
  const planned = planEdit(request, outline, models, circumstances);
  if (!planned.ok) return blocked(planned.refusal);
  const { route, fit } = planned.plan;
  const objection = objectionTo(route.price.dollars);
  return {
    kind: 'ready',
    model: route.model.spec.label,
    modelId: route.model.spec.id,
    pinned: settings.pins[draft.operation] === route.model.spec.id ? 'yes' : 'no',
    reason: briefInWords(route.brief),
    price: priceInWords(route.price),
    priceEach: priceInWords(each(route.price, request.variants)),
    scale: scaleInWords(fit.scale),
    sent: fit.source,
    additions: composedFor(planned.plan).additions,
    ...(objection && { objection: explain(objection) }),
    ...othersOf(route, settings, request.variants),
  };
}

/** As much as a plan needs to know. */
export function outlineOf({ size, selection, fixedCanvas }: DocumentGlance, beneath: readonly InlayLayer[]): Outline {
  return { size, beneath, ...(selection && { selection: { bounds: selection } }), ...(fixedCanvas && { fixedCanvas }) };
}

function othersOf(
  { others, fallbacks: [next] }: Route,
  { policy }: Settings,
  variants: number,
): Pick<Extract<Offer, { kind: 'ready' }>, 'runnerUp' | 'choices'> {
  const mayChoose = policy === 'private' ? 'no' : 'yes';
  const shown = others.filter(({ obstacle }) => worthShowing.includes(obstacle));
  const choices = shown.map((other) => choiceOf(other, mayChoose, variants));
  return { runnerUp: choices.find(({ id }) => id === next?.spec.id), choices };
}

/** What cannot do the operation at all, or is gone, is no choice. */
const worthShowing: readonly NotChosen['obstacle'][] = ['none', 'references', 'no-key', 'no-address', 'no-storage'];

function choiceOf(
  { id, label, why, price, obstacle }: NotChosen,
  mayChoose: 'yes' | 'no',
  variants: number,
): ModelChoice {
  const state = obstacle === 'none' && mayChoose === 'yes' ? 'enabled' : 'disabled';
  return { id, label, note: whyNotInWords(ofOne(why, variants)), price: priceInWords(each(price, variants)), state };
}

/** The menu shows what one variant costs. */
function ofOne(why: WhyNot, variants: number): WhyNot {
  return 'price' in why ? { ...why, price: each(why.price, variants) } : why;
}

/** Of one variant. */
function each(price: Price, variants: number): Price {
  return { ...price, dollars: price.dollars / variants };
}

function blocked(error: InlayError): Offer {
  return { kind: 'blocked', why: explain(error) };
}
