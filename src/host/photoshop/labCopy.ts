import { app, constants } from 'photoshop';
import type { File } from 'uxp';
import { assert } from '../../base/assert';
import type { Rect, Size } from '../../image/rect';
import { documentInFront, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { bringToFront } from './inFront';
import { layerAt, type LayerPath } from './layerPath';
import type { ExecutionContext } from './modal';

/** Works on a copy of a document, which is in front meanwhile and gone afterwards. In a modal scope. */
export function onCopy<T>(
  context: ExecutionContext,
  document: PhotoshopDocument,
  work: (copy: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  return onScratch(context, () => document.duplicate('Inlay'), work);
}

/** Works on a new empty document in the reading space, which is in front meanwhile and gone afterwards. */
export function onBlank<T>(
  context: ExecutionContext,
  { width, height }: Size,
  work: (blank: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  const make = async () => {
    const made = await app.createDocument({
      name: 'Inlay',
      width,
      height,
      resolution: 72,
      depth: 16,
      mode: constants.NewDocumentMode.LAB,
      fill: constants.DocumentFill.TRANSPARENT,
    });
    assert(made !== null, 'a new document');
    return made;
  };
  return onScratch(context, make, work);
}

/** Works on a file that Photoshop opens, in front meanwhile and gone afterwards; on nothing where it cannot be opened. */
export async function onFile<T>(
  context: ExecutionContext,
  file: File,
  work: (opened: PhotoshopDocument | undefined) => Promise<T>,
): Promise<T> {
  const before = documentInFront();
  let opened: PhotoshopDocument;
  try {
    // the published types know another `File`
    opened = await app.open(file as unknown as Parameters<typeof app.open>[0]);
  } catch (error) {
    if (context.isCancelled) throw error;
    return work(undefined);
  }
  return whileInFront(context, opened, before, work);
}

/** All that is seen of a copy once those layers are turned, visible ones hidden and hidden ones shown, becomes its one layer. */
export async function mergeWithout(copy: PhotoshopDocument, turned: readonly LayerPath[]): Promise<PhotoshopLayer> {
  for (const path of turned) {
    const layer = layerAt(copy, path);
    layer.visible = !layer.visible;
  }
  // some versions merge nothing where only one layer is to be seen
  const beside = await copy.createPixelLayer({ name: 'Inlay' });
  assert(beside !== null, 'a new layer');
  beside.bringToFront();
  await copy.mergeVisibleLayers();
  const merged = [...copy.layers].find(({ visible }) => visible);
  assert(merged !== undefined, 'a layer that is seen');
  for (const layer of [...copy.layers]) if (layer.id !== merged.id) takeAway(layer);
  return merged;
}

/**
 * What is hidden is of no more use, and a change of mode might ask about it, flatten it in, or refuse. In some versions a
 * group that is deleted leaves its layers behind, so these go first. What is locked may stay.
 */
function takeAway(layer: PhotoshopLayer): void {
  try {
    for (const inner of [...(layer.layers ?? [])]) takeAway(inner);
    layer.delete();
  } catch {
    // after Escape the next call says so
  }
}

/** Leaves of a copy only that area: what is done to it then costs no more than the area does. */
export function cropTo(copy: PhotoshopDocument, area: Rect): Promise<void> {
  // the edges are all that counts, the published types ask for more
  return copy.crop(area as unknown as Parameters<PhotoshopDocument['crop']>[0]);
}

/** Only for copies: it changes the document. Both ways follow the user's color settings, so that they fit together. */
export function toReadingSpace(copy: PhotoshopDocument): Promise<void> {
  return copy.changeMode(constants.ChangeMode.LAB);
}

export function setDepth(copy: PhotoshopDocument, depth: 8 | 16): void {
  const bits = constants.BitsPerChannelType[depth === 8 ? 'EIGHT' : 'SIXTEEN'];
  if (copy.bitsPerChannel !== bits) copy.bitsPerChannel = bits;
}

async function onScratch<T>(
  context: ExecutionContext,
  open: () => Promise<PhotoshopDocument>,
  work: (scratch: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  const before = documentInFront();
  return whileInFront(context, await open(), before, work);
}

/** After Escape nothing can be closed by hand: the document is registered to go with the scope, and stays so. */
async function whileInFront<T>(
  context: ExecutionContext,
  scratch: PhotoshopDocument,
  before: PhotoshopDocument | undefined,
  work: (scratch: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  await context.hostControl.registerAutoCloseDocument(scratch.id);
  try {
    return await work(scratch);
  } finally {
    if (!context.isCancelled) {
      scratch.closeWithoutSaving();
      bringToFront(before);
    }
  }
}
