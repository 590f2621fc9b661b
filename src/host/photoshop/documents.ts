import { app, constants } from 'photoshop';
import { assert } from '../../base/assert';
import { InlayError } from '../../base/errors';
import type { DocumentId } from '../../base/ids';
import type { ColorSpace, Depth } from '../../image/raster';

export type PhotoshopDocument = typeof app.activeDocument;
export type PhotoshopLayer = PhotoshopDocument['layers'][number];

/** The document in front; nothing where none is open. */
export function documentInFront(): PhotoshopDocument | undefined {
  return app.documents.length === 0 ? undefined : app.activeDocument;
}

/** Throws `host.document-closed`. */
export function openDocument(id: DocumentId, title?: string): PhotoshopDocument {
  const found = [...app.documents].find((document) => document.id === id);
  if (found === undefined) throw new InlayError('host.document-closed', title === undefined ? {} : { title });
  return found;
}

/** Does the work; if the document is closed meanwhile, says so instead of whatever that led to. */
export async function whileOpen<T>(document: PhotoshopDocument, title: string, work: () => Promise<T>): Promise<T> {
  const id = idOf(document);
  try {
    return await work();
  } catch (error) {
    openDocument(id, title);
    throw error;
  }
}

export function isOpen({ id }: Pick<PhotoshopDocument, 'id'>): boolean {
  return [...app.documents].some((document) => document.id === id);
}

export function idOf(document: PhotoshopDocument): DocumentId {
  return document.id as DocumentId;
}

export function depthOfDocument(document: PhotoshopDocument): Depth {
  if (document.bitsPerChannel === constants.BitsPerChannelType.SIXTEEN) return 16;
  return document.bitsPerChannel === constants.BitsPerChannelType.THIRTYTWO ? 32 : 8;
}

/**
 * The profile's name; empty where the document has none. At 32 bit Photoshop names the linear version of a profile, which
 * it does not know by that name.
 */
export function profileOf(document: PhotoshopDocument): string {
  if (document.colorProfileType === constants.ColorProfileType.NONE) return '';
  return document.colorProfileName.replace(/ \(Linear [^()]*\)$/, '');
}

/** The modes whose pixels Photoshop's imaging reads and writes. */
const models = new Map<unknown, ColorSpace['model']>([
  [constants.DocumentMode.RGB, 'rgb'],
  [constants.DocumentMode.GRAYSCALE, 'gray'],
  [constants.DocumentMode.LAB, 'lab'],
]);

/**
 * The space in which documents are read and written whose mode imaging does not know: it holds every color, and takes no
 * profile that would have to be at hand.
 */
export const readingSpace: ColorSpace = { model: 'lab', profile: 'Lab D50' };

/** So deep that going there and back costs nothing that could be seen. */
const readingDepth = 16;

/** Imaging does not know CMYK (it was seen to crash Photoshop): such documents are read and written by way of Lab. */
export function isBeyondImaging(document: PhotoshopDocument): boolean {
  return document.mode === constants.DocumentMode.CMYK;
}

/** The space in which the pixels of a document are read. */
export function spaceOfDocument(document: PhotoshopDocument): ColorSpace {
  if (isBeyondImaging(document)) return readingSpace;
  const model = models.get(document.mode);
  assert(model !== undefined, 'a document whose mode was looked at');
  return { model, profile: profileOf(document) };
}

/** How deep its pixels are read and written. */
export function depthOfPixels(document: PhotoshopDocument): Depth {
  return isBeyondImaging(document) ? readingDepth : depthOfDocument(document);
}

/** Why a document cannot be edited as it is now; nothing where it can. */
export function documentObstacle(document: PhotoshopDocument): InlayError | undefined {
  return modeObstacle(document) ?? (document.quickMaskMode ? new InlayError('host.quick-mask', {}) : undefined);
}

function modeObstacle(document: PhotoshopDocument): InlayError | undefined {
  if (models.has(document.mode) || isBeyondImaging(document)) return undefined;
  return new InlayError('host.unsupported-mode', { mode: modeNames.get(document.mode) ?? 'this mode' });
}

const modeNames = new Map<unknown, string>([
  [constants.DocumentMode.BITMAP, 'Bitmap'],
  [constants.DocumentMode.DUOTONE, 'Duotone'],
  [constants.DocumentMode.INDEXEDCOLOR, 'Indexed Color'],
  [constants.DocumentMode.MULTICHANNEL, 'Multichannel'],
]);
