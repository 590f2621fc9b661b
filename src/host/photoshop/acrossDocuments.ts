import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import type { LayerId } from '../../base/ids';
import type { NewLayer } from '../../host/host';
import { onlyChanged } from '../../image/changed';
import type { Raster } from '../../image/raster';
import { intersect, type Rect, rectOf, sameRect, union, within } from '../../image/rect';
import { carryMask, carryPixels } from './carry';
import { activate, copySelected } from './descriptors';
import { depthOfDocument, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { bringToFront } from './inFront';
import { cropTo, mergeWithout, onCopy, setDepth, toReadingSpace } from './labCopy';
import { pathTo } from './layerPath';
import { maskAsCarried } from './maskAsCarried';
import type { ExecutionContext } from './modal';
import { type Block, readBlock } from './pixels';
import { visibleLayersOver } from './placement';
import { whileUnselected } from './savedSelection';

/**
 * A new layer for a document whose mode imaging does not know. What differs from what is seen there now is carried over
 * from Lab, converted by Photoshop; all else is copied within the document's own mode, where it keeps its own inks:
 *
 *     copy of the document, merged, cut to the patch's area ──► its own inks ─┐
 *     document in Lab ──► what differs, at 16 bit ────────────────────────────┴─► merged ──► the document
 *                    └──► the mask, as a transparency ───────────────────────────► the document: selected, a mask
 */
export function addAcross(
  context: ExecutionContext,
  document: PhotoshopDocument,
  layer: NewLayer,
  anchor: PhotoshopLayer,
): Promise<PhotoshopLayer> {
  return whileUnselected(document, async () => {
    const [made, carrier] = await bringAcross(context, document, layer, anchor);
    made.name = layer.name;
    await maskAsCarried(document, made, carrier);
    return made;
  });
}

/** The pixels as a layer of the document, and the mask as the transparency of another. */
function bringAcross(
  context: ExecutionContext,
  document: PhotoshopDocument,
  layer: NewLayer,
  anchor: PhotoshopLayer,
): Promise<readonly [PhotoshopLayer, PhotoshopLayer]> {
  const hidden = visibleLayersOver(document, anchor).map(({ id }) => pathTo(document, id as LayerId));
  const area = intersect(union(layer.pixelsInDocument, layer.maskInDocument), rectOf(document));
  return onCopy(context, document, async (copy) => {
    const seen = await mergeWithout(copy, hidden);
    await cropTo(copy, area);
    const inCopy = { pixels: layer.pixels, inCopy: within(area, layer.pixelsInDocument) };
    const patch = await makePatch(context, copy, seen, inCopy);
    const mask = await carryMask(context, copy, layer.mask, within(area, layer.maskInDocument));
    setDepth(copy, depthOfDocument(document) === 8 ? 8 : 16);
    return bringOver(copy, document, [patch, mask], area);
  });
}

/** Pixels with their place in a copy of the document. */
interface Patch {
  readonly pixels: Raster;
  readonly inCopy: Rect;
}

/** The pixels as a layer of the copy, which is of 16 bit then. */
async function makePatch(
  context: ExecutionContext,
  copy: PhotoshopDocument,
  seen: PhotoshopLayer,
  { pixels, inCopy }: Patch,
): Promise<PhotoshopLayer> {
  const changed = await changedSince(context, copy, { pixels, inCopy });
  const own = changed && (await cutOut(copy, seen, inCopy));
  setDepth(copy, 16);
  const patch = await carryPixels(context, copy, changed ?? pixels, inCopy);
  return own === undefined ? patch : mergeOnto(copy, patch, own);
}

/** What the patch does not share with what is seen in its place; nothing where that cannot be told apart. */
async function changedSince(
  context: ExecutionContext,
  copy: PhotoshopDocument,
  { pixels, inCopy }: Patch,
): Promise<Raster | undefined> {
  const now = await onCopy(context, copy, async (inLab) => {
    setDepth(inLab, 16);
    await toReadingSpace(inLab);
    return orNothing(context, () => readBlock({ documentID: inLab.id }, inCopy));
  });
  const isAlike = now?.components === pixels.channels && sameRect(now.inDocument, inCopy);
  return isAlike ? onlyChanged(pixels, now.data) : undefined;
}

/** A region without pixels is a rejection in some versions. */
async function orNothing(
  context: ExecutionContext,
  read: () => Promise<Block | undefined>,
): Promise<Block | undefined> {
  try {
    return await read();
  } catch (error) {
    if (context.isCancelled) throw error;
    return undefined;
  }
}

/** An area of what is seen as a layer of its own. */
async function cutOut(copy: PhotoshopDocument, seen: PhotoshopLayer, area: Rect): Promise<PhotoshopLayer> {
  bringToFront(copy);
  await copy.selection.selectRectangle(area);
  await activate(copy, seen);
  await copySelected();
  const [own] = [...copy.activeLayers];
  assert(own !== undefined, 'the layer that was just made');
  return own;
}

async function mergeOnto(copy: PhotoshopDocument, patch: PhotoshopLayer, own: PhotoshopLayer): Promise<PhotoshopLayer> {
  bringToFront(copy);
  patch.move(own, constants.ElementPlacement.PLACEBEFORE);
  await activate(copy, patch);
  return patch.merge();
}

/** Copies layers into the document, and moves them to where they stood in the area: where they land is not documented. */
async function bringOver(
  copy: PhotoshopDocument,
  document: PhotoshopDocument,
  layers: readonly [PhotoshopLayer, PhotoshopLayer],
  area: Rect,
): Promise<readonly [PhotoshopLayer, PhotoshopLayer]> {
  const stood = layers[0].boundsNoEffects;
  const [made, carrier] = await copy.duplicateLayers([...layers], document);
  assert(made !== undefined && carrier !== undefined, 'copies of the layers');
  const landed = made.boundsNoEffects;
  const [x, y] = [area.left + stood.left - landed.left, area.top + stood.top - landed.top];
  bringToFront(document);
  if (x !== 0 || y !== 0) for (const layer of [made, carrier]) await layer.translate(x, y);
  return [made, carrier];
}
