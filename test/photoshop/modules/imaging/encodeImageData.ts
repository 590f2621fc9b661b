import { readOptions } from '../arguments';
import { freeCall } from '../calls';
import type { FlatPicture } from '../core';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { demandEncodeScope, recordFor } from './imageData';
import type { ImageRecord } from './imageStore';

/** JPEG bytes as numbers, or as base64 without a prefix. */
export async function encodeImageData(session: Session, given: unknown): Promise<readonly number[] | string> {
  demandEncodeScope(session);
  return freeCall(session, 'encodeImageData', () => {
    const { imageData, base64 = false } = readOptions(session.book, 'encodeImageData', given, ['imageData', 'base64']);
    const record = recordFor(session, 'encodeImageData', imageData);
    const bytes = session.core.encodeJpeg(picture(session, record), 90);
    return base64 === true ? toBase64(bytes) : [...bytes];
  });
}

function picture({ book }: Session, { width, height, components, data, space }: ImageRecord): FlatPicture {
  const refuse = (message: string) => platformError(message);
  const alpha = components === 2 || components === 4;
  demand(book, 'imaging.encode', !alpha, 'alpha', refuse('Image data with alpha cannot be encoded as jpeg'));
  const is8bit = data instanceof Uint8Array;
  demand(book, 'imaging.encode', is8bit, 'depth', refuse('Only 8 bit image data can be encoded as jpeg'));
  demand(book, 'imaging.encode', space === 'RGB', space, refuse('Only RGB image data can be encoded as jpeg'));
  return { width, height, components, data, profileName: '' };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
