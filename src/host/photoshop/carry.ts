import { assert } from '../../base/assert';
import type { LayerId } from '../../base/ids';
import { aimedAt } from '../../image/aimed';
import type { Mask } from '../../image/mask';
import { fullScaleOf, type Raster, samplesOf } from '../../image/raster';
import { type Rect, within } from '../../image/rect';
import { type PhotoshopDocument, type PhotoshopLayer, readingSpace } from './documents';
import { putPixels } from './fillLayer';
import { onBlank, onCopy, toReadingSpace } from './labCopy';
import { layerAt, pathTo } from './layerPath';
import type { ExecutionContext } from './modal';
import { type Block, readBlock } from './pixels';

/**
 * Pixels in Lab as a layer of a copy of the document, in its own inks. A profile's tables for the way there are only
 * nearly those for the way back, which tints a whole patch: what arrives is looked at, and aimed anew.
 */
export async function carryPixels(
  context: ExecutionContext,
  copy: PhotoshopDocument,
  pixels: Raster,
  inCopy: Rect,
): Promise<PhotoshopLayer> {
  let carried = await carry(context, copy, pixels, inCopy);
  let asked = pixels;
  for (let round = 0; round < rounds; round++) {
    const arrived = await lookAt(context, copy, carried, inCopy);
    const aimed = arrived && aimedAt(pixels, asked, arrived, within(inCopy, arrived.inDocument));
    if (aimed === undefined) return carried;
    carried.delete();
    asked = aimed;
    carried = await carry(context, copy, asked, inCopy);
  }
  return carried;
}

/** Each leaves about a quarter of what was missed. */
const rounds = 3;

/** A mask as the transparency of a layer. */
export function carryMask(
  context: ExecutionContext,
  copy: PhotoshopDocument,
  mask: Mask,
  inCopy: Rect,
): Promise<PhotoshopLayer> {
  const { width, height } = mask;
  const data = samplesOf(16, width * height * 4);
  const scale = fullScaleOf(data) / fullScaleOf(mask.data);
  for (let i = 0; i < mask.data.length; i++) data[i * 4 + 3] = mask.data[i] * scale + 0.5;
  return carry(context, copy, { width, height, channels: 4, space: readingSpace, data }, inCopy);
}

function carry(
  context: ExecutionContext,
  copy: PhotoshopDocument,
  pixels: Raster,
  inCopy: Rect,
): Promise<PhotoshopLayer> {
  return onBlank(context, copy, async (blank) => {
    const made = await blank.createPixelLayer({ name: 'Inlay' });
    assert(made !== null, 'a new layer');
    await putPixels(blank, made, pixels, inCopy);
    const [carried] = await blank.duplicateLayers([made], copy);
    assert(carried !== undefined, 'a copy of the layer');
    return carried;
  });
}

/** A layer of the copy in Lab again; nothing where nothing is on it. */
function lookAt(
  context: ExecutionContext,
  copy: PhotoshopDocument,
  layer: PhotoshopLayer,
  area: Rect,
): Promise<Block | undefined> {
  const path = pathTo(copy, layer.id as LayerId);
  return onCopy(context, copy, async (inLab) => {
    const { id } = layerAt(inLab, path);
    await toReadingSpace(inLab);
    try {
      return await readBlock({ documentID: inLab.id, layerID: id }, area);
    } catch (error) {
      if (context.isCancelled) throw error;
      return undefined;
    }
  });
}
