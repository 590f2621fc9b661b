import { runSliced } from '../base/slices';
import { maskToDepth } from '../image/depth';
import type { Mask } from '../image/mask';
import type { Depth, Raster } from '../image/raster';
import type { EditContext } from './context';
import type { EditPlan } from './plan';
import type { Patch } from './variant';

/** The whole crop behind the layer mask, in the document's depth, so that feather and grow can be changed afterwards. */
export async function stitch(
  plan: EditPlan,
  layerMask: Mask,
  image: Raster,
  depth: Depth,
  context: EditContext,
): Promise<Patch> {
  const mask = await runSliced(maskToDepth(layerMask, depth), context);
  return { inDocument: plan.frame.contextInDocument, pixels: image, mask };
}
