import { z } from 'zod';
import { InlayError, type Refusal } from '../base/errors';
import { areaOf, type Rect, rectOf } from '../image/rect';
import type { EditModel, ModelSpec } from '../routing/model';
import { needOf, type Sized } from '../routing/need';
import { type Route, route } from '../routing/route';
import { extend, extension } from './extension';
import { type Fit, fit } from './fit';
import type { Outline } from './frame';
import { passesOver } from './passes';
import { type Circumstances, policyOf, unknownPolicy } from './plan';
import { optionalPrompt, routeFields } from './requestFields';

export const outpaintRequest = z.strictObject({
  operation: z.literal('outpaint'),
  prompt: optionalPrompt,
  growth: extension,
  ...routeFields,
});
export type OutpaintRequest = z.infer<typeof outpaintRequest>;

/** Who would extend the picture, and at what price. */
export interface OutpaintPlan {
  readonly route: Route<EditModel>;
  readonly fit: Fit;
}

export type PlannedOutpaint =
  { readonly ok: true; readonly plan: OutpaintPlan } | { readonly ok: false; readonly refusal: Refusal };

/** The route alone: nothing is read, and the canvas stays as it is. */
export function planOutpaint(
  request: OutpaintRequest,
  { size, beneath = [] }: Outline,
  models: readonly EditModel[],
  circumstances: Circumstances,
): PlannedOutpaint {
  const policy = policyOf(request);
  if (policy === undefined) return refuse(unknownPolicy(request));
  const canvas = rectOf(size);
  const extended = extend(size, request.growth);
  if (!extended.ok) return refuse(`growth: ${extended.problem}.`);
  const wanted = extended.canvas;
  const fitTo = (spec: ModelSpec) => fit(wanted, wanted, spec.size);
  const sizedFor = (spec: ModelSpec): Sized => {
    const { asked, source, scale } = fitTo(spec);
    return { size: asked, scale, pictures: [source], tiles: 1 };
  };
  const area = areaOf(wanted) - areaOf(canvas);
  const { operation, prompt, variants } = request;
  const passes = Math.max(...continuedFrom(canvas, wanted).map((strip) => passesOver(strip, beneath)));
  const asked = { operation, mask: 'hard' as const, area, references: [], passes, variants, sizedFor };
  const routed = route(needOf(asked, prompt), { ...circumstances, models }, policy, circumstances.history);
  if (!routed.ok) return routed;
  return { ok: true, plan: { route: routed.route, fit: fitTo(routed.route.model.spec) } };
}

/** The parts of the picture that lie beside what is added, each as wide as that. */
function continuedFrom(canvas: Rect, wanted: Rect): readonly Rect[] {
  return [
    { ...canvas, right: canvas.left + (canvas.left - wanted.left) },
    { ...canvas, bottom: canvas.top + (canvas.top - wanted.top) },
    { ...canvas, left: canvas.right - (wanted.right - canvas.right) },
    { ...canvas, top: canvas.bottom - (wanted.bottom - canvas.bottom) },
  ];
}

function refuse(problem: string): PlannedOutpaint {
  return { ok: false, refusal: new InlayError('edit.bad-request', { problem }) };
}
