import { InlayError } from '../base/errors';
import type { Outline } from '../edit/frame';
import { type Circumstances, planEdit } from '../edit/plan';
import { composedFor } from '../edit/promptFor';
import type { DocumentGlance } from '../host/host';
import type { EditModel } from '../routing/model';
import type { NotChosen, Route } from '../routing/route';
import { requestFrom } from './draft';
import { explain } from './explain';
import { priceInWords, scaleInWords } from './labels';
import type { Draft, ModelChoice, Offer } from './state';

/** What pressing Run would do: a plan without pixels, so that it costs nothing to show. */
export function offerFor(
  document: DocumentGlance | undefined,
  draft: Draft,
  { models, circumstances }: { readonly models: readonly EditModel[]; readonly circumstances: Circumstances },
  obstacle?: InlayError,
  objectionTo: (dollars: number) => InlayError | undefined = () => undefined,
): Offer {
  if (document === undefined) return blocked(new InlayError('host.no-document', {}));
  if (document.obstacle !== undefined) return blocked(document.obstacle);
  if (obstacle !== undefined) return blocked(obstacle);
  const outline = outlineOf(document);
  const request = requestFrom(draft, 0);
  if (request instanceof InlayError) return blocked(request);
  const planned = planEdit(request, outline, models, circumstances);
  if (!planned.ok) return blocked(planned.refusal);
  const { route, fit } = planned.plan;
  const objection = objectionTo(route.price.dollars);
  return {
    kind: 'ready',
    model: route.model.spec.label,
    reason: route.brief,
    price: priceInWords(route.price),
    scale: scaleInWords(fit.scale),
    sent: fit.source,
    additions: composedFor(planned.plan).additions,
    ...(objection && { objection: explain(objection) }),
    ...othersOf(route),
  };
}

/** As much as a plan needs to know. */
export function outlineOf({ size, selection }: DocumentGlance): Outline {
  return { size, ...(selection === undefined ? {} : { selection: { bounds: selection } }) };
}

function othersOf({
  others,
  fallbacks: [next],
}: Route): Pick<Extract<Offer, { kind: 'ready' }>, 'runnerUp' | 'choices'> {
  const choices = others.filter(({ obstacle }) => worthShowing.includes(obstacle)).map(choiceOf);
  return { runnerUp: choices.find(({ id }) => id === next?.spec.id), choices };
}

/** What cannot do the operation at all, or is gone, is no choice. */
const worthShowing: readonly NotChosen['obstacle'][] = ['none', 'references', 'no-key', 'no-address', 'no-storage'];

function choiceOf({ id, label, why, price, obstacle }: NotChosen): ModelChoice {
  return { id, label, note: why, price: priceInWords(price), state: obstacle === 'none' ? 'enabled' : 'disabled' };
}

function blocked(error: InlayError): Offer {
  return { kind: 'blocked', why: explain(error) };
}
