import { app, constants } from 'photoshop';
import { assert } from '../../base/assert';
import type { Depth } from '../../image/raster';
import type { Size } from '../../image/rect';
import { documentInFront, type PhotoshopDocument, readingSpace } from './documents';
import { bringToFront } from './inFront';
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
  { width, height, depth }: Size & { readonly depth: Depth },
  work: (blank: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  const make = async () => {
    const made = await app.createDocument({
      name: 'Inlay',
      width,
      height,
      resolution: 72,
      depth,
      mode: constants.NewDocumentMode.RGB,
      fill: constants.DocumentFill.TRANSPARENT,
      profile: readingSpace.profile,
    });
    assert(made !== null, 'a new document');
    return made;
  };
  return onScratch(context, make, work);
}

/** What the picture of a document is in the reading space. Only for copies: it changes the document. */
export async function toReadingSpace(context: ExecutionContext, copy: PhotoshopDocument): Promise<void> {
  await orNotAtAll(context, () => copy.mergeVisibleLayers());
  const convert = () => copy.convertProfile(readingSpace.profile, constants.Intent.RELATIVECOLORIMETRIC, true, false);
  await orNotAtAll(context, convert);
  if (copy.mode === constants.DocumentMode.RGB) return;
  // some versions may not change the mode along with the profile
  await copy.changeMode(constants.ChangeMode.RGB);
  await convert();
}

/** Whether a command is there in a case like this depends on the version; after Escape nothing is. */
async function orNotAtAll(context: ExecutionContext, command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (context.isCancelled) throw error;
  }
}

/** After Escape nothing can be closed by hand: the document is registered to go with the scope, and stays so. */
async function onScratch<T>(
  context: ExecutionContext,
  open: () => Promise<PhotoshopDocument>,
  work: (scratch: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  const before = documentInFront();
  const scratch = await open();
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
