import { assert } from '../base/assert';
import { runSliced } from '../base/slices';
import { toDepth } from '../image/depth';
import { flattenOnWhite } from '../image/flatten';
import type { Mask } from '../image/mask';
import { applyMatch } from '../image/matchColor/matchColor';
import type { Raster } from '../image/raster';
import { type Size, sizeOf, within } from '../image/rect';
import { partAt, resamplePart, wholeOf } from '../image/resize';
import { type Aligned, align } from './align';
import { carryChange } from './carryChange';
import type { EditContext } from './context';
import { fitIn } from './fitIn';
import { type Fitting, fittingOf } from './fitting';
import type { Made } from './made';
import type { CallTools } from './makeCall';
import type { EditPlan } from './plan';

/** An answer on the pixel grid of the context, in the document's space and depth, and the size it came in. */
export interface Finished {
  readonly image: Raster;
  readonly came: Size;
  /** Where what is to be shown was found rather than selected. */
  readonly layerMask?: Mask;
  readonly fitting: Fitting;
}

/**
 * Brings an answer to the grid of the source. One in the document's own space was made on that grid from the source's own
 * colors: it passes bit for bit.
 */
export async function finish(image: Raster, { plan, call, taken }: Made, tools: CallTools): Promise<Finished> {
  const came = { width: image.width, height: image.height };
  const { source } = taken;
  if (plan.route.model.spec.takes === 'document') {
    assert(image.width === source.width && image.height === source.height, 'an answer of the size that was sent');
    assert(image.channels === source.channels, 'an answer with the channels that were sent');
    return { image, came, fitting: {} };
  }
  const opaque = await opaqueOf(image, tools.context);
  const aligned = call.source && (await align(opaque, { source: call.source, mask: call.mask }, tools.context));
  const laid = await layInPlace(opaque, aligned, plan, tools);
  const fitted = await fitIn(laid, opaque, aligned, { plan, call, taken }, tools);
  return {
    image: await carryChange(fitted.image, opaque, { plan, call, taken }, tools),
    came,
    ...(fitted.layerMask && { layerMask: fitted.layerMask }),
    fitting: fittingOf(aligned?.registration, fitted, plan),
  };
}

/** Resampled once, from the answer's own pixels to those of the context, and in the colors that were sent. */
async function layInPlace(
  answer: Raster,
  aligned: Aligned | undefined,
  { fit: { sentInDocument }, frame: { contextInDocument } }: EditPlan,
  { scene, context }: CallTools,
): Promise<Raster> {
  const inSent = within(sentInDocument, contextInDocument);
  const whole = sizeOf(sentInDocument);
  const deep = scene.depth === 8 ? answer : await runSliced(toDepth(answer, 16), context);
  const part = partAt(aligned?.part ?? wholeOf(answer), inSent, whole);
  const laid = await runSliced(resamplePart(deep, part, sizeOf(contextInDocument)), context);
  if (!aligned?.match) return laid;
  return runSliced(applyMatch(laid, aligned.match, inSent, whole), context);
}

/** A model may answer with alpha; it was sent none. */
async function opaqueOf(answer: Raster, context: EditContext): Promise<Raster> {
  if (answer.channels !== 4) return answer;
  return runSliced(flattenOnWhite(await runSliced(toDepth(answer, 8), context)), context);
}
