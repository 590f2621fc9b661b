import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, type Failure, outcomeOf, sentenceOf } from '../outcome';

const errorBody = z.object({
  title: z.string().default(''),
  detail: z.string().default(''),
  invalid_fields: z.array(z.object({ field: z.string() })).default([]),
});

/** What an error of the service means. */
export function outcomeOfReplicate(asked: Asked, failure: Failure): InlayError | undefined {
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { title, detail, invalid_fields: fields } = parsed.data;
  const says = sentenceOf(detail || title);
  const field = fields.at(0)?.field;
  if (failure.status === 422 && field !== undefined)
    return new InlayError('model.invalid-input', { provider: asked.provider, field, says });
  return outcomeOf(asked, { ...failure, retryAfterMs: failure.retryAfterMs ?? waitIn(detail) }, says);
}

/** The wait also stands in the words: `Your rate limit resets in ~30s.` */
function waitIn(detail: string): number | undefined {
  const seconds = /resets in ~?(\d+)s/.exec(detail)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
