import { z } from 'zod';
import { InlayError } from '../base/errors';

/** Who was asked, in the words that the retoucher knows. */
export interface Asked {
  readonly provider: string;
  readonly model: string;
}

/** A service's own word that it will not: its status, and its body as far as that could be read. */
export interface Failure {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs?: number | undefined;
}

/** What a status means where the body says nothing more precise. `says`: the service's own words. */
export function outcomeOf({ provider, model }: Asked, { status, retryAfterMs }: Failure, says: string): InlayError {
  if (status === 401 || status === 403) return new InlayError('model.auth', { provider });
  if (status === 402) return new InlayError('model.no-credit', { provider });
  if (status === 404 || status === 410) return new InlayError('model.gone', { model });
  if (status === 429) return rateLimited(provider, retryAfterMs);
  if (status === 408 || status >= 500) return down(provider, retryAfterMs);
  return new InlayError('model.invalid-input', { provider, says: sentenceOf(says) || `status ${status}` });
}

export function rateLimited(provider: string, retryAfterMs: number | undefined): InlayError {
  return new InlayError('model.rate-limited', { provider, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

export function down(provider: string, retryAfterMs: number | undefined): InlayError {
  return new InlayError('model.down', { provider, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

/** What is at fault where a server of one's own says that it failed at the work; `says` in its own words. */
export function failedAtWork(provider: string, says: string): InlayError {
  return /out ?of ?memory|allocation on device|\bOOM\b/i.test(says)
    ? new InlayError('model.out-of-memory', { provider })
    : new InlayError('model.invalid-input', { provider, says: sentenceOf(says) });
}

/**
 * Words in the shape that servers built with FastAPI give them: a text, or a list of complaints of fields. Anything else
 * stays as it is.
 */
export function wordsOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  const parsed = complaints.safeParse(detail);
  if (!parsed.success) return JSON.stringify(detail) ?? '';
  return parsed.data
    .map(({ loc, msg }) => [loc.filter((part) => part !== 'body').join('.'), msg].join(': '))
    .join('; ');
}

const complaints = z
  .array(z.object({ loc: z.array(z.union([z.string(), z.number()])).min(1), msg: z.string() }))
  .min(1);

/** The longest that is repeated of what a service says. */
const longest = 200;

/** A service's words as one line of at most 200 characters, without addresses or pieces of pictures. */
export function sentenceOf(says: string): string {
  const line = says
    .replace(/data:[\w/+.-]+;base64,[\w+/=]*/g, '(a picture)')
    .replace(/https?:\/\/\S+/g, '(an address)')
    .replace(/[\w+/=-]{60,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
