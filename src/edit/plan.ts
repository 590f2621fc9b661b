import type { Refusal } from '../base/errors';
import type { EditModel } from '../routing/model';
import { type Route, route } from '../routing/route';
import { type Fit, fit } from './fit';
import { type Frame, frameAroundSelection, type Outline } from './frame';
import type { EditRequest } from './operations';

/** All decisions, before any pixel of the picture is read. */
export interface EditPlan {
  readonly request: EditRequest;
  readonly route: Route;
  readonly frame: Frame;
  readonly fit: Fit;
}

export type Planned =
  { readonly ok: true; readonly plan: EditPlan } | { readonly ok: false; readonly refusal: Refusal };

/** The same request and the same outline give the same plan. */
export function planEdit(request: EditRequest, outline: Outline, models: readonly EditModel[]): Planned {
  const routed = route(request.operation, request.model, models);
  if (!routed.ok) return routed;
  const { spec } = routed.route.model;
  const framed = frameAroundSelection(outline, { grow: request.grow, feather: request.feather }, spec.size.maxPixels);
  if (!framed.ok) return framed;
  const { frame } = framed;
  return { ok: true, plan: { request, route: routed.route, frame, fit: fit(frame, spec) } };
}
