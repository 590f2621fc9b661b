import { InlayError } from '../base/errors';
import { scaleLabel } from '../edit/fit';
import { type Circumstances, planEdit } from '../edit/plan';
import type { DocumentGlance } from '../host/host';
import type { EditModel } from '../routing/model';
import { priceLabel } from '../routing/price';
import { requestFrom } from './draft';
import { explain } from './explain';
import type { Draft, Offer } from './state';

/** What pressing Run would do: a plan without pixels, so that it costs nothing to show. */
export function offerFor(
  document: DocumentGlance | undefined,
  draft: Draft,
  { models, circumstances }: { readonly models: readonly EditModel[]; readonly circumstances: Circumstances },
  obstacle?: InlayError,
): Offer {
  if (document === undefined) return blocked(new InlayError('host.no-document', {}));
  if (document.obstacle !== undefined) return blocked(document.obstacle);
  if (obstacle !== undefined) return blocked(obstacle);
  const { size, selection } = document;
  const outline = { size, ...(selection === undefined ? {} : { selection: { bounds: selection } }) };
  const request = requestFrom(draft, 0);
  if (request instanceof InlayError) return blocked(request);
  const planned = planEdit(request, outline, models, circumstances);
  if (!planned.ok) return blocked(planned.refusal);
  const { route, fit } = planned.plan;
  return {
    kind: 'ready',
    model: route.model.spec.label,
    reason: route.brief,
    price: priceLabel(route.price),
    scale: scaleLabel(fit.scale),
    sent: fit.source,
  };
}

function blocked(error: InlayError): Offer {
  return { kind: 'blocked', why: explain(error) };
}
