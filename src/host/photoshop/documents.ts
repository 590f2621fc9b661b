import { app, constants } from 'photoshop';
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

export function isOpen({ id }: PhotoshopDocument): boolean {
  return [...app.documents].some((document) => document.id === id);
}

export function idOf(document: PhotoshopDocument): DocumentId {
  return document.id as DocumentId;
}

export function depthOfDocument(document: PhotoshopDocument): Depth {
  if (document.bitsPerChannel === constants.BitsPerChannelType.SIXTEEN) return 16;
  return document.bitsPerChannel === constants.BitsPerChannelType.THIRTYTWO ? 32 : 8;
}

/** The profile's name; empty where the document has none. */
export function profileOf(document: PhotoshopDocument): string {
  return document.colorProfileType === constants.ColorProfileType.NONE ? '' : document.colorProfileName;
}

export function spaceOfDocument(document: PhotoshopDocument): ColorSpace {
  return { model: 'rgb', profile: profileOf(document) };
}

/** Why the document's mode cannot be edited; nothing where it can. */
export function modeObstacle(document: PhotoshopDocument): InlayError | undefined {
  if (document.mode === constants.DocumentMode.RGB && depthOfDocument(document) !== 32) return undefined;
  const mode = depthOfDocument(document) === 32 ? '32 bits per channel' : (modeNames.get(document.mode) ?? 'this mode');
  return new InlayError('host.unsupported-mode', { mode });
}

const modeNames = new Map([
  [constants.DocumentMode.BITMAP, 'Bitmap'],
  [constants.DocumentMode.CMYK, 'CMYK Color'],
  [constants.DocumentMode.DUOTONE, 'Duotone'],
  [constants.DocumentMode.GRAYSCALE, 'Grayscale'],
  [constants.DocumentMode.INDEXEDCOLOR, 'Indexed Color'],
  [constants.DocumentMode.LAB, 'Lab Color'],
  [constants.DocumentMode.MULTICHANNEL, 'Multichannel'],
]);
