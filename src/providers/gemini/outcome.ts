import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, type Failure, outcomeOf, rateLimited } from '../outcome';

const errorBody = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().default(''),
    details: z.array(z.object({ reason: z.string().optional(), retryDelay: z.string().optional() })).default([]),
  }),
});

/** What an error of the service means. A bad key is a bad request there, and an account without means a busy one. */
export function outcomeOfGemini(asked: Asked, failure: Failure): InlayError | undefined {
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { message, status, details } = parsed.data.error;
  const { provider } = asked;
  const retryAfterMs = failure.retryAfterMs ?? delayOf(details);
  if (details.some(({ reason }) => reason === 'API_KEY_INVALID')) return new InlayError('model.auth', { provider });
  if (status === 'RESOURCE_EXHAUSTED' || failure.status === 429) {
    if (/\blimit: 0\b/.test(message)) return new InlayError('model.no-credit', { provider });
    return rateLimited(provider, retryAfterMs);
  }
  return outcomeOf(asked, { ...failure, retryAfterMs }, message);
}

/** The wait stands in the body, as `12s` or `1.5s`; there is no header for it. */
function delayOf(details: readonly { readonly retryDelay?: string | undefined }[]): number | undefined {
  const text = details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay;
  const seconds = /^([\d.]+)s$/.exec(text ?? '')?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}
