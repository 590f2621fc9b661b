import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, failedAtWork, type Failure, outcomeOf, sentenceOf, wordsOf } from '../outcome';

/** The texts of pictures may be opaque stand-ins for what is never made a string. */
export const answer = z.object({ images: z.array(z.unknown()).default([]), info: z.unknown().optional() });
export type A1111Answer = z.infer<typeof answer>;

const info = z.object({ index_of_first_image: z.int().min(0) });

/** The pictures themselves: several are preceded by a sheet that shows them all, unless the server was told otherwise. */
export function picturesIn({ images, info: text }: A1111Answer, asked: Asked): readonly unknown[] {
  const pictures = images.slice(firstOf(text));
  if (pictures.length === 0) throw new InlayError('model.no-image', { model: asked.model });
  return pictures;
}

function firstOf(text: unknown): number {
  if (typeof text !== 'string') return 0;
  try {
    return info.parse(JSON.parse(text)).index_of_first_image;
  } catch {
    // the text is optional, and other servers of this kind write it in their own way
    return 0;
  }
}

export const progress = z.object({ progress: z.number().min(0).max(1) });

const errorBody = z.union([
  z.object({ detail: z.unknown(), errors: z.string().default('') }),
  z.object({ error: z.string(), errors: z.string().default('') }),
]);

/** What an error of the server means. */
export function outcomeOfA1111(asked: Asked, failure: Failure): InlayError | undefined {
  const { provider } = asked;
  if (failure.status === 401) return new InlayError('model.auth', { provider });
  if (failure.status === 404)
    return new InlayError('model.invalid-input', { provider, says: 'not found: start the server with --api' });
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const says = sentenceOf([wordsOf('detail' in data ? data.detail : data.error), data.errors].join(' '));
  if (failure.status >= 500 && says !== '') return failedAtWork(provider, says);
  return outcomeOf(asked, failure, says);
}
