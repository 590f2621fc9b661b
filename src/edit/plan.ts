import { InlayError, type Refusal } from '../base/errors';
import { intersect, sizeOf, rectOf } from '../image/rect';
import { nothingConfigured } from '../routing/access';
import type { Offered } from '../routing/candidate';
import { catalog } from '../routing/catalog';
import { emptyHistory, type History } from '../routing/learn';
import type { EditModel, ModelSpec } from '../routing/model';
import { type Asked, type Need, needOf, type Sized } from '../routing/need';
import { parsePolicy, type Policy } from '../routing/policy';
import { priceOf } from '../routing/price';
import { type Route, route } from '../routing/route';
import { type Fit, fit } from './fit';
import { canvasFor, changingArea, type Frame, type Framed, frameFor, type Outline } from './frame';
import { generous } from './generous';
import { showsMarkedCopy } from './markedCopy';
import { type EditRequest, operations } from './operations';
import { passesBeside, passesOver } from './passes';

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
  const policy = policyOf(request);
  if (policy === undefined) return refuse(new InlayError('edit.bad-request', { problem: unknownPolicy(request) }));
  const possible = frameFor(request, outline, anyModel);
  if (!possible.ok) return possible;
  const need = needFor(request, outline, possible.frame);
  const routed = route(need, { ...circumstances, models }, policy, circumstances.history);
  return routed.ok ? planWith(request, outline, routed.route) : routed;
}

/** The same edit by the next model, where the one that was chosen could not answer. */
export function planInstead(plan: EditPlan, outline: Outline, next: EditModel): Planned {
  const { request, route: first } = plan;
  const need = needFor(request, outline, plan.frame);
  const sized = need.sizedFor(next.spec);
  return planWith(request, outline, {
    ...first,
    model: next,
    reason: { kind: 'next', silent: first.model.spec.label },
    brief: { kind: 'next' },
    price: priceOf(next.spec, { ...sized, variants: request.variants }),
    scale: sized.scale,
    fallbacks: first.fallbacks.slice(first.fallbacks.indexOf(next) + 1),
  });
}

function planWith(request: EditRequest, outline: Outline, chosen: Route<EditModel>): Planned {
  const fitted = fitTo(chosen.model.spec, request, outline);
  if (!fitted.ok) return fitted;
  return { ok: true, plan: { request, route: chosen, frame: fitted.frame, fit: fitted.fit } };
}

/** What routing may count on while it asks nobody in particular. */
export const anyModel = { takes: 'srgb8', size: { kind: 'as-the-input', maxPixels: 8_000_000 } } as const;

function needFor(request: EditRequest, outline: Outline, frame: Frame): Need {
  const shown = shownIn(request);
  const isFromNothing = operations[request.operation].source === 'nothing';
  const sizedFor = (spec: ModelSpec): Sized => {
    const fitted = fitTo(spec, request, outline);
    if (!fitted.ok) return { size: { width: 1, height: 1 }, scale: 1, pictures: [] };
    const { asked, source, scale } = fitted.fit;
    const sources = isFromNothing ? [] : [source];
    const marked = showsMarkedCopy({ request, frame, shown: shown.length }, spec) ? [source] : [];
    return { size: asked, scale, pictures: [...sources, ...marked, ...shown.map(() => referenceSize)] };
  };
  const asked: Asked = {
    operation: request.operation,
    mask: maskIn(frame),
    area: changingArea(frame, outline.size),
    references: shown.map(({ role }) => role),
    passes: isFromNothing ? 0 : passesAt(frame, outline),
    variants: request.variants,
    sizedFor,
  };
  return needOf(asked, request.prompt);
}

function passesAt({ mask, targetInDocument }: Frame, { size, beneath = [] }: Outline): number {
  if (mask.kind === 'canvas') return passesBeside(rectOf(size), mask.canvasInDocument, beneath);
  return passesOver(targetInDocument, beneath);
}

function maskIn({ mask: { kind } }: Frame): Asked['mask'] {
  if (kind === 'canvas') return 'hard';
  return kind === 'selection' ? 'soft' : 'none';
}

/** A reference is shown with at most so many pixels: one megapixel as services count them. */
export const referenceSize = { width: 1024, height: 1024 };

/** The references of a request, in the prompt's order. */
export function shownIn(request: EditRequest) {
  return 'references' in request ? request.references : [];
}

type Fitted = { readonly ok: true; readonly frame: Frame; readonly fit: Fit } | Extract<Framed, { ok: false }>;

/** The frame, grown to what is sent, as far as there is a picture; the local engine gets it as it is. */
function fitTo(spec: Pick<ModelSpec, 'takes' | 'size'>, request: EditRequest, outline: Outline): Fitted {
  const framed = frameFor(request, outline, spec);
  if (!framed.ok) return framed;
  const { frame } = framed;
  const canvas = canvasFor(frame, outline.size);
  if (spec.takes === 'document') {
    const size = sizeOf(frame.contextInDocument);
    return { ok: true, frame, fit: { sentInDocument: frame.contextInDocument, source: size, asked: size, scale: 1 } };
  }
  const fitted = fit(frame.contextInDocument, canvas, spec.size);
  const grown = { ...frame, contextInDocument: intersect(fitted.sentInDocument, canvas) };
  const made = operations[request.operation].source === 'nothing' ? generous(fitted, spec.size) : fitted;
  return { ok: true, frame: grown, fit: made };
}

/** A model that is asked for by name stands over any policy. */
export function policyOf({ model, policy }: Pick<EditRequest, 'model' | 'policy'>): Policy | undefined {
  return model === 'auto' ? parsePolicy(policy) : { kind: 'model', model };
}

/** What is said of a policy that is none. */
export function unknownPolicy({ policy }: Pick<EditRequest, 'policy'>): string {
  return `policy: “${policy}” is none; it can be best, cheapest, fastest, private, provider:NAME or model:ID.`;
}

function refuse(refusal: Refusal): Planned {
  return { ok: false, refusal };
}

/** Whether nothing is charged for it, so that it can be made again at will. */
export function isFree({ route }: EditPlan): boolean {
  return route.model.spec.price.kind === 'free';
}
