import { writePng } from '../photoshop/files/writePng';
import type { DocumentState } from '../photoshop/model/state';
import type { Core } from '../photoshop/modules/core';
import type { Part } from '../photoshop/psd/parts';
import { psdParts } from '../photoshop/psd/writePsd';
import { asRgb } from './asRgb';

/** The document as a layered PSD or PSB, in parts that are made when they are written. */
export function layeredPicture(state: DocumentState): Iterable<Part> {
  return psdParts(state);
}

/** What is seen of the document, as RGB, at its depth and with its profile where it has one for that. */
export function flatPicture(state: DocumentState, core: Core): Uint8Array {
  const { width, height, resolution } = state;
  const planes = core.composite(state, { left: 0, top: 0, right: width, bottom: height });
  return writePng({ width, height, resolution, ...asRgb(state, planes, core) });
}

/** What is to be said where the file that was written is named as another kind; nothing where its name is right. */
export function misnamed(path: string, format: 'psd' | 'psb'): string | undefined {
  const [, named] = /\.(psd|psb)$/i.exec(path) ?? [];
  if (named === undefined || named.toLowerCase() === format) return undefined;
  const reason =
    format === 'psb'
      ? 'as the document came as one or is too large for a PSD'
      : 'as the document neither came as a PSB nor needs one';
  return `${path} is a ${format.toUpperCase()} in spite of its name, ${reason}.`;
}
