import { InlayError, type Refusal } from '../base/errors';
import type { EditModel, OperationId } from './model';
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
export function route(operation: OperationId, wanted: string, models: readonly EditModel[]): Routed {
  const able = models.filter(({ spec }) => spec.operations.includes(operation));
  if (wanted === 'auto') {
    const [model] = able;
    return model === undefined
      ? { ok: false, refusal: new InlayError('route.no-model', { operation }) }
      : { ok: true, route: { model, reason: model.spec.strongPoint, price: priceOf(model.spec) } };
  }
  const model = able.find(({ spec }) => spec.id === wanted || spec.alias === wanted);
  return model === undefined
    ? { ok: false, refusal: new InlayError('route.unknown-model', { model: wanted }) }
    : { ok: true, route: { model, reason: 'Chosen by you', price: priceOf(model.spec) } };
}
