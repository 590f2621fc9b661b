import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import type { NewLayer } from '../../host/host';
import { fullScaleOf, samplesLike, type Raster } from '../../image/raster';
import { activate, maskFromSelection, readLayerProperty } from './descriptors';
import { depthOfDocument, type PhotoshopDocument, type PhotoshopLayer, readingSpace } from './documents';
import { fillLayer, putPixels } from './fillLayer';
import { bringToFront } from './inFront';
import type { ExecutionContext } from './modal';
import { onBlank } from './rgbCopy';

/**
 * A new layer for a document whose mode imaging does not know: built in RGB in a document of the same size, and copied
 * across, where Photoshop converts it.
 */
export async function addAcross(
  context: ExecutionContext,
  document: PhotoshopDocument,
  layer: NewLayer,
): Promise<PhotoshopLayer> {
  const { width, height } = document;
  return onBlank(context, { width, height, depth: depthOfDocument(document) }, async (blank) => {
    const made = await copyAcross(blank, document, layer.name, (target) => fillLayer(blank, target, layer));
    if ((await readLayerProperty(document, made, 'hasUserMask')) !== true)
      await maskAgain(blank, document, made, layer);
    return made;
  });
}

async function copyAcross(
  blank: PhotoshopDocument,
  document: PhotoshopDocument,
  name: string,
  fill: (target: PhotoshopLayer) => Promise<void>,
): Promise<PhotoshopLayer> {
  bringToFront(blank);
  const target = await blank.createPixelLayer({ name });
  assert(target !== null, 'a new layer');
  await fill(target);
  const [made] = await blank.duplicateLayers([target], document);
  assert(made !== undefined, 'a copy of the layer');
  bringToFront(document);
  return made;
}

const channelName = 'Inlay';

/**
 * Where the copy came without its mask: a second layer brings it as its transparency, which is loaded as the selection,
 * from which the mask is made. The selection that was there waits in a channel meanwhile.
 */
async function maskAgain(
  blank: PhotoshopDocument,
  document: PhotoshopDocument,
  made: PhotoshopLayer,
  layer: NewLayer,
): Promise<void> {
  const wasSelected = document.selection.bounds !== null;
  const carrier = await copyAcross(blank, document, layer.name, (target) =>
    putPixels(blank, target, asTransparency(layer), layer.maskInDocument),
  );
  if (wasSelected) await document.selection.save(channelName);
  await document.selection.load(carrier, constants.SelectionType.REPLACE, false);
  carrier.delete();
  await activate(document, made);
  await maskFromSelection();
  if (!wasSelected) return;
  const saved = [...document.channels].filter(({ name }) => name === channelName).at(-1);
  assert(saved !== undefined, 'the channel that was just saved');
  await document.selection.load(saved, constants.SelectionType.REPLACE, false);
  await saved.remove();
}

/** A picture that is as opaque as the mask shows. */
function asTransparency({ mask, pixels }: NewLayer): Raster {
  const { width, height } = mask;
  const data = samplesLike(pixels.data, width * height * 4);
  const scale = fullScaleOf(data) / fullScaleOf(mask.data);
  for (let i = 0; i < mask.data.length; i++) data[i * 4 + 3] = Math.round(mask.data[i] * scale);
  return { width, height, channels: 4, space: readingSpace, data };
}
