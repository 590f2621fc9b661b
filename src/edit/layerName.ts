import { scaleLabel } from './fit';
import { operations } from './operations';
import type { EditPlan } from './plan';
import { tilesLabel } from './tiles';

/** What the retoucher reads in the layers panel: operation, model, scale. */
export function layerName({ request, route, fit, tiles }: EditPlan): string {
  const scale = tiles.length === 0 ? scaleLabel(fit.scale) : `${scaleLabel(fit.scale)} in ${tilesLabel(tiles.length)}`;
  return `${operations[request.operation].label} · ${route.model.spec.label} · ${scale}`;
}
