import { areaOf } from '../image/rect';
import { scaleLabel } from './fit';
import { operations } from './operations';
import { tilesLabel } from './tiles';
import type { Variant } from './variant';

/** What the retoucher reads in the layers panel: operation, model, scale. */
export function layerName(variant: Pick<Variant, 'plan' | 'told'>): string {
  const { request, route, tiles } = variant.plan;
  const scale = scaleLabel(scaleOf(variant));
  const size = tiles.length === 0 ? scale : `${scale} in ${tilesLabel(tiles.length)}`;
  return `${operations[request.operation].label} · ${route.model.spec.label} · ${size}`;
}

/** At most 1: an answer may come smaller than it was asked for, and is enlarged then. */
export function scaleOf({ plan: { fit, tiles }, told: { came } }: Pick<Variant, 'plan' | 'told'>): number {
  if (tiles.length > 0) return fit.scale;
  const answered = Math.sqrt((came.width * came.height) / areaOf(fit.sentInDocument));
  return answered < sameSize ? Math.min(fit.scale, answered) : fit.scale;
}

/** What is missing above this is rounding. */
const sameSize = 0.995;
