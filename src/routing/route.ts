import { InlayError, type Refusal } from '../base/errors';
import type { EditModel } from './model';
import type { Need } from './need';
import { priceOf, type Price } from './price';

/** The choice of a model, with its reason. */
export interface Route {
  readonly model: EditModel;
  /** At most four words. */
  readonly reason: string;
  readonly price: Price;
}

export type Routed = { readonly ok: true; readonly route: Route } | { readonly ok: false; readonly refusal: Refusal };

/** `wanted`: `auto`, or a model's id, or its short name (`local`). */
export function route(need: Need, wanted: string, models: readonly EditModel[]): Routed {
  const able = models.filter(({ spec }) => spec.operations.includes(need.operation));
  if (wanted === 'auto') {
    const [model] = able;
    return model === undefined
      ? { ok: false, refusal: new InlayError('route.no-model', { operation: need.operation }) }
      : chosen(need, model, model.spec.strongPoint);
  }
  const model = able.find(({ spec }) => spec.id === wanted || spec.aliases.includes(wanted));
  return model === undefined
    ? { ok: false, refusal: new InlayError('route.unknown-model', { model: wanted }) }
    : chosen(need, model, 'Chosen by you');
}

function chosen(need: Need, model: EditModel, reason: string): Routed {
  const { size, pictures } = need.sizedFor(model.spec);
  const price = priceOf(model.spec, { size, pictures, variants: need.variants });
  return { ok: true, route: { model, reason, price } };
}
