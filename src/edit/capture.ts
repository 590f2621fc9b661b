import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import type { Host, Scene } from '../host/host';
import { measureSelected } from '../image/bounds';
import { hardMask, layerMask } from '../image/layerMask';
import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import type { EditContext } from './context';
import type { EditPlan } from './plan';

/** The pixels of an edit, all of the context's size, at the document's resolution, depth and space. */
export interface Capture {
  readonly source: Raster;
  /** What stays on the placed layer: the selection to the last grey level, and the transition outward from it. */
  readonly layerMask: Mask;
  /** What the model is asked to make anew: hard, all that the layer mask touches. Thrown away afterwards. */
  readonly modelMask: Mask;
}

/** Fewer kept pixels than this say nothing about how the picture goes on. */
const leastKeptPixels = 64;

/** Reads what is seen at and beneath the place of the result. Throws `edit.*` where there is nothing to work with. */
export async function capture(plan: EditPlan, scene: Scene, host: Host, context: EditContext): Promise<Capture> {
  const { selection } = scene;
  if (selection === undefined) throw new InlayError('edit.no-selection', {});
  const { contextInDocument, mask: recipe } = plan.frame;
  const onLayer = await runSliced(layerMask(selection.mask, selection.bounds, contextInDocument, recipe), context);
  const forModel = await runSliced(hardMask(onLayer), context);
  const { pixels: changed } = await runSliced(measureSelected(forModel), context);
  if (changed === 0) throw new InlayError('edit.selection-too-small', { pixels: 0 });
  if (forModel.data.length - changed < leastKeptPixels) throw new InlayError('edit.selection-too-large', {});
  const source = await host.readPixels(scene.document, { beneath: scene.place }, contextInDocument, context.signal);
  return { source, layerMask: onLayer, modelMask: forModel };
}
