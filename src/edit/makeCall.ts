import { runSliced } from '../base/slices';
import type { Host, Scene } from '../host/host';
import { reframeMask } from '../image/crop';
import { maskToDepth } from '../image/depth';
import { extendEdges } from '../image/extend';
import { hardMask } from '../image/layerMask';
import { resizeMask, resizeRaster } from '../image/resize';
import type { CallReference, ModelCall } from '../routing/model';
import type { Capture } from './capture';
import type { EditContext } from './context';
import { markedCopy, showsMarkedCopy } from './markedCopy';
import { operations } from './operations';
import { type EditPlan, shownIn } from './plan';
import { promptFor } from './promptFor';
import { asShown } from './references';

/** Who an edit works with. */
export interface CallTools {
  readonly scene: Scene;
  readonly host: Host;
  readonly context: EditContext;
}

/** What is sent, by the plan, from what was captured: the crop at the size sent, as 8-bit sRGB for all but ourselves. */
export async function makeCall(plan: EditPlan, taken: Capture, tools: CallTools): Promise<ModelCall> {
  const { request, fit } = plan;
  const pictures = await picturesFor(plan, taken, tools);
  return {
    operation: request.operation,
    prompt: promptFor(plan),
    ...pictures,
    references: [...(await markedFor(plan, pictures, tools)), ...taken.references],
    size: fit.asked,
    seed: request.seed,
    strength: 'strength' in request ? request.strength : 1,
    variants: request.variants,
  };
}

/** The copy that shows where to work stands before all references, as the prompt counts it. */
async function markedFor(
  { request, frame, route }: EditPlan,
  { source, mask }: Pick<ModelCall, 'source' | 'mask'>,
  { context }: CallTools,
): Promise<readonly CallReference[]> {
  const isShown = showsMarkedCopy({ request, frame, shown: shownIn(request).length }, route.model.spec);
  return isShown && source && mask ? [await markedCopy(source, mask, context)] : [];
}

async function picturesFor(
  plan: EditPlan,
  { source, modelMask }: Capture,
  { scene, host, context }: CallTools,
): Promise<Pick<ModelCall, 'source' | 'mask'>> {
  if (plan.route.model.spec.takes === 'document') return { source, ...(modelMask && { mask: modelMask }) };
  if (operations[plan.request.operation].source === 'nothing') return {};
  const { sentInDocument, source: size } = plan.fit;
  const { contextInDocument } = plan.frame;
  const wire = await asShown(await host.toWire(scene.document, source, context.signal), context.signal);
  const extended = await runSliced(extendEdges(wire, contextInDocument, sentInDocument), context);
  const sent = await runSliced(resizeRaster(extended, size), context);
  if (modelMask === undefined) return { source: sent };
  const eight = await runSliced(maskToDepth(modelMask, 8), context);
  const framed = await runSliced(reframeMask(eight, contextInDocument, sentInDocument), context);
  const reduced = await runSliced(resizeMask(framed, size), context);
  return { source: sent, mask: await runSliced(hardMask(reduced), context) };
}
