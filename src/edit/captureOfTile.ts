import { runSliced } from '../base/slices';
import { cropRaster, reframeMask } from '../image/crop';
import type { Mask } from '../image/mask';
import { rectOf, within } from '../image/rect';
import type { Capture } from './capture';
import type { EditContext } from './context';
import type { Frame } from './frame';

/** A tile's part of what was captured for the whole region. */
export async function captureOfTile(
  { source, layerMask, modelMask, references }: Capture,
  region: Frame,
  tile: Frame,
  context: EditContext,
): Promise<Capture> {
  const part = within(region.contextInDocument, tile.contextInDocument);
  const cut = (mask: Mask) => runSliced(reframeMask(mask, rectOf(mask), part), context);
  return {
    source: await runSliced(cropRaster(source, part), context),
    layerMask: await cut(layerMask),
    modelMask: modelMask && (await cut(modelMask)),
    references,
  };
}
