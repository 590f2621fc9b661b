import type { Refusal } from '../base/errors';
import { areaOf } from '../image/rect';
import { nothingConfigured } from '../routing/access';
import type { Offered } from '../routing/candidate';
import { catalog } from '../routing/catalog';
import { emptyHistory, type History } from '../routing/learn';
import type { EditModel, SizeRule } from '../routing/model';
import { needOf } from '../routing/need';
import { parsePolicy } from '../routing/policy';
import { type Route, route } from '../routing/route';
import { type Fit, fit } from './fit';
import { type Frame, frameAroundSelection, type Outline } from './frame';
import type { EditRequest } from './operations';

/** All decisions, before any pixel of the picture is read. */
export interface EditPlan {
  readonly request: EditRequest;
  readonly route: Route<EditModel>;
  readonly frame: Frame;
  readonly fit: Fit;
}

export type Planned =
  { readonly ok: true; readonly plan: EditPlan } | { readonly ok: false; readonly refusal: Refusal };

/** What the choice of a model depends on besides the edit and the models. */
export interface Circumstances extends Omit<Offered<EditModel>, 'models'> {
  readonly history: History;
}

/** No key, nothing learned. */
export const newcomer: Circumstances = {
  providers: catalog.providers,
  configured: nothingConfigured,
  today: '',
  history: emptyHistory,
};

/** The same request, outline, models and circumstances give the same plan. */
export function planEdit(
  request: EditRequest,
  outline: Outline,
  models: readonly EditModel[],
  circumstances: Circumstances = newcomer,
): Planned {
  const recipe = { grow: request.grow, feather: request.feather };
  const framedFor = (rule: SizeRule) => frameAroundSelection(outline, recipe, mostPixels(rule));
  const possible = framedFor(anySize);
  if (!possible.ok) return possible;
  const asked = {
    operation: request.operation,
    mask: 'soft' as const,
    area: areaOf(possible.frame.targetInDocument),
    references: [],
    passes: 0,
    variants: 1,
    sizedFor: ({ size }: { readonly size: SizeRule }) => {
      const framed = framedFor(size);
      const { sent, scale } = fit((framed.ok ? framed : possible).frame.contextInDocument, size);
      return { size: sent, scale, pictures: [sent] };
    },
  };
  const policy = parsePolicy(request.model) ?? { kind: 'model', model: request.model };
  const routed = route(needOf(asked, request.prompt), { ...circumstances, models }, policy, circumstances.history);
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
