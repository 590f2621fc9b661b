import type { z } from 'zod';
import { decodeBase64 } from '../base/base64';
import { InlayError } from '../base/errors';
import { LongText, scanJson } from '../base/scanJson';
import { runSliced } from '../base/slices';
import { Unreadable } from '../base/unreadable';
import { encodeUtf8 } from '../base/utf8';
import type { Answer } from './connection';

/** So large an answer with pictures in it may be: one of 16 megapixels takes some 25 MB, and there may be several. */
export const mostBytesOfPictures = 120_000_000;

/**
 * Reads an answer that holds pictures: their texts stay where they lie, as `fileOf` takes them. What has come is read to its
 * end, whoever cancels: it may be paid for.
 */
export function asScanned<T>(schema: z.ZodType<T>): (answer: Answer) => Promise<T> {
  const { signal } = new AbortController();
  return async ({ bytes }) => schema.parse(await runSliced(scanJson(bytes), { signal }));
}

/** The file that a text of base64 or a `data:` address stands for. Throws `model.unusable-answer`. */
export async function fileOf(text: unknown, provider: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await bytesOf(text, signal);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new InlayError('model.unusable-answer', { provider, problem: 'a damaged picture' }, error);
  }
}

function bytesOf(text: unknown, signal: AbortSignal): Promise<Uint8Array> {
  if (text instanceof LongText) return runSliced(decodeBase64(text.bytes, text.start, text.end), { signal });
  if (typeof text !== 'string') throw new Unreadable('damaged', 'a text of base64');
  return runSliced(decodeBase64(encodeUtf8(text)), { signal });
}
