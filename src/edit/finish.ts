import { assert } from '../base/assert';
import { runSliced } from '../base/slices';
import { withAlpha, withoutAlpha } from '../image/alpha';
import { cropRaster } from '../image/crop';
import { toDepth } from '../image/depth';
import { flattenOnWhite } from '../image/flatten';
import type { Raster } from '../image/raster';
import { type Size, sizeOf, within } from '../image/rect';
import { resizeRaster } from '../image/resize';
import type { Capture } from './capture';
import type { EditContext } from './context';
import type { CallTools } from './makeCall';
import type { EditPlan } from './plan';

/** An answer on the pixel grid of the context, in the document's space and depth, and the size it came in. */
export interface Finished {
  readonly image: Raster;
  readonly came: Size;
}

/**
 * Brings an answer to the grid of the source. One in the document's own space was made on that grid from the source's own
 * colors: it passes bit for bit.
 */
export async function finish(image: Raster, plan: EditPlan, taken: Capture, tools: CallTools): Promise<Finished> {
  const came = { width: image.width, height: image.height };
  const { source } = taken;
  if (plan.route.model.spec.takes === 'document') {
    assert(image.width === source.width && image.height === source.height, 'an answer of the size that was sent');
    assert(image.channels === source.channels, 'an answer with the channels that were sent');
    return { image, came };
  }
  return { image: await fromWire(image, plan, source, tools), came };
}

/** Resized where its size differs, cut to what lies on the canvas, and converted by the host. */
async function fromWire(answer: Raster, plan: EditPlan, source: Raster, tools: CallTools): Promise<Raster> {
  const { scene, host, context } = tools;
  const { sentInDocument } = plan.fit;
  const { contextInDocument } = plan.frame;
  const opaque = await opaqueOf(answer, context);
  const deep = scene.depth === 8 ? opaque : await runSliced(toDepth(opaque, 16), context);
  const resized = await runSliced(resizeRaster(deep, sizeOf(sentInDocument)), context);
  const cut = await runSliced(cropRaster(resized, within(sentInDocument, contextInDocument)), context);
  const converted = await host.fromWire(scene.document, cut, context.signal);
  const hasAlpha = source.channels % 2 === 0;
  return runSliced(hasAlpha ? withAlpha(converted) : withoutAlpha(converted), context);
}

/** A model may answer with alpha; it was sent none. */
async function opaqueOf(answer: Raster, context: EditContext): Promise<Raster> {
  if (answer.channels !== 4) return answer;
  return runSliced(flattenOnWhite(await runSliced(toDepth(answer, 8), context)), context);
}
