import type { Refusal } from '../base/errors';
import type { EditModel, SizeRule } from '../routing/model';
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
  const recipe = { grow: request.grow, feather: request.feather };
  const framedFor = (rule: SizeRule) => frameAroundSelection(outline, recipe, mostPixels(rule));
  const possible = framedFor(anySize);
  if (!possible.ok) return possible;
  const need = {
    operation: request.operation,
    variants: 1,
    sizedFor: ({ size }: { readonly size: SizeRule }) => {
      const framed = framedFor(size);
      const { sent, scale } = fit((framed.ok ? framed : possible).frame.contextInDocument, size);
      return { size: sent, scale, pictures: [sent] };
    },
  };
  const routed = route(need, request.model, models);
  if (!routed.ok) return routed;
  const { size } = routed.route.model.spec;
  const framed = framedFor(size);
  if (!framed.ok) return framed;
  const { frame } = framed;
  return { ok: true, plan: { request, route: routed.route, frame, fit: fit(frame.contextInDocument, size) } };
}

const anySize: SizeRule = { kind: 'as-the-input', maxPixels: 8_000_000 };

/** Beyond this, the crop would have to go out smaller than it is. */
function mostPixels(rule: SizeRule): number {
  switch (rule.kind) {
    case 'as-the-input':
    case 'multiples':
      return rule.maxPixels;
    case 'ratios':
      return Math.max(...rule.tiers.map(({ pixels }) => pixels));
    case 'list':
      return Math.max(...rule.sizes.map(({ width, height }) => width * height));
  }
}
