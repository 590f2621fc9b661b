import { z } from 'zod';
import { InlayError, type Refusal } from '../base/errors';
import { areaOf, type Rect, rectOf, type Size } from '../image/rect';
import type { EditModel, ModelSpec } from '../routing/model';
import { needOf, type Sized } from '../routing/need';
import { type Route, route } from '../routing/route';
import { type Fit, fit } from './fit';
import type { Outline } from './frame';
import { type Circumstances, policyOf, unknownPolicy } from './plan';
import { optionalPrompt, routeFields } from './requestFields';

const edge = z.int().min(0).max(30_000);
const side = z.int().min(1).max(30_000);

/** How the picture is to grow: by edges, to a ratio, or to a size; in document pixels. */
const growth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('expand'), left: edge, top: edge, right: edge, bottom: edge }),
  z.strictObject({ kind: z.literal('aspect'), across: z.number().positive(), down: z.number().positive() }),
  z.strictObject({ kind: z.literal('size'), width: side, height: side }),
]);

export const outpaintRequest = z.strictObject({
  operation: z.literal('outpaint'),
  prompt: optionalPrompt,
  growth,
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
  { size }: Outline,
  models: readonly EditModel[],
  circumstances: Circumstances,
): PlannedOutpaint {
  const policy = policyOf(request);
  if (policy === undefined) return refuse(unknownPolicy(request));
  const canvas = rectOf(size);
  const wanted = grownCanvas(size, request.growth);
  if (areaOf(wanted) <= areaOf(canvas)) return refuse('growth: the canvas would not grow.');
  const fitTo = (spec: ModelSpec) => fit(wanted, wanted, spec.size);
  const sizedFor = (spec: ModelSpec): Sized => {
    const { asked, source, scale } = fitTo(spec);
    return { size: asked, scale, pictures: [source] };
  };
  const area = areaOf(wanted) - areaOf(canvas);
  const { operation, prompt, variants } = request;
  const asked = { operation, mask: 'hard' as const, area, references: [], passes: 0, variants, sizedFor };
  const routed = route(needOf(asked, prompt), { ...circumstances, models }, policy, circumstances.history);
  if (!routed.ok) return routed;
  return { ok: true, plan: { route: routed.route, fit: fitTo(routed.route.model.spec) } };
}

/** The new canvas in the present one's pixels. A ratio or a size grows evenly to both sides and never cuts. */
function grownCanvas({ width, height }: Size, growing: OutpaintRequest['growth']): Rect {
  switch (growing.kind) {
    case 'expand': {
      const { left, top, right, bottom } = growing;
      return { left: -left, top: -top, right: width + right, bottom: height + bottom };
    }
    case 'aspect': {
      const share = growing.across / growing.down;
      const wide = Math.max(width, Math.round(height * share));
      return centered({ width, height }, { width: wide, height: Math.max(height, Math.round(wide / share)) });
    }
    case 'size':
      return centered(
        { width, height },
        { width: Math.max(width, growing.width), height: Math.max(height, growing.height) },
      );
  }
}

function centered(canvas: Size, wanted: Size): Rect {
  const left = -Math.floor((wanted.width - canvas.width) / 2);
  const top = -Math.floor((wanted.height - canvas.height) / 2);
  return { left, top, right: left + wanted.width, bottom: top + wanted.height };
}

function refuse(problem: string): PlannedOutpaint {
  return { ok: false, refusal: new InlayError('edit.bad-request', { problem }) };
}
