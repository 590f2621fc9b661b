import type { Session } from '../session';
import { strict } from '../strict';
import { createImageDataFromBuffer } from './createImageData';
import { encodeImageData } from './encodeImageData';
import { getPixels } from './getPixels';
import { getLayerMask, putLayerMask } from './layerMask';
import { putPixels } from './putPixels';
import { getSelection, putSelection } from './selection';

/** `require('photoshop').imaging`. */
export function createImaging(session: Session) {
  return strict(session.book, 'imaging', {
    getPixels: (options: unknown) => getPixels(session, options),
    putPixels: (options: unknown) => putPixels(session, options),
    getLayerMask: (options: unknown) => getLayerMask(session, options),
    putLayerMask: (options: unknown) => putLayerMask(session, options),
    getSelection: (options: unknown) => getSelection(session, options),
    putSelection: (options: unknown) => putSelection(session, options),
    createImageDataFromBuffer: (buffer: unknown, options: unknown) =>
      createImageDataFromBuffer(session, buffer, options),
    encodeImageData: (options: unknown) => encodeImageData(session, options),
  });
}
