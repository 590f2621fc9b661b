import { scaleLabel } from './fit';
import { operations } from './operations';
import type { EditPlan } from './plan';

/** What the retoucher reads in the layers panel: operation, model, scale. */
export function layerName({ request, route, fit }: EditPlan): string {
  return `${operations[request.operation].label} · ${route.model.spec.label} · ${scaleLabel(fit.scale)}`;
}
