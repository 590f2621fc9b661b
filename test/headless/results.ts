import { writePng } from '../photoshop/files/writePng';
import type { DocumentState } from '../photoshop/model/state';
import type { Core } from '../photoshop/modules/core';
import { writePsd } from '../photoshop/psd/writePsd';

/** The document as a layered PSD. */
export function layeredPicture(state: DocumentState): Uint8Array {
  return writePsd(state);
}

/** What is seen of the document, at its depth and with its profile. */
export function flatPicture(state: DocumentState, core: Core): Uint8Array {
  const { width, height, resolution, profile } = state;
  const planes = core.composite(state, { left: 0, top: 0, right: width, bottom: height });
  return writePng({ width, height, planes, resolution, ...(profile && { profile }) });
}
