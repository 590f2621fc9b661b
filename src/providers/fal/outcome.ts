import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, down, type Failure, outcomeOf, sentenceOf } from '../outcome';

const complaint = z.object({
  loc: z.array(z.union([z.string(), z.number()])).default([]),
  msg: z.string().default(''),
  type: z.string().default(''),
});
type Complaint = z.infer<typeof complaint>;

const errorBody = z.object({ detail: z.union([z.string(), z.array(complaint)]) });

/** What an error of the service means. It has no status for an empty account: it locks the user. */
export function outcomeOfFal(asked: Asked, failure: Failure): InlayError | undefined {
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { detail } = parsed.data;
  const text = typeof detail === 'string' ? detail : detail.map(({ msg }) => msg).join(' ');
  if (failure.status === 403 && /exhausted balance|user is locked/i.test(text))
    return new InlayError('model.no-credit', { provider: asked.provider });
  const first = typeof detail === 'string' ? undefined : detail.at(0);
  return (first && outcomeOfComplaint(asked, first, failure)) ?? outcomeOf(asked, failure, text);
}

/** By its machine-read type; nothing where the status says as much. */
function outcomeOfComplaint(
  { provider, model }: Asked,
  { type, msg, loc }: Complaint,
  { retryAfterMs }: Failure,
): InlayError | undefined {
  const field = loc.filter((part) => part !== 'body').join('.');
  const says = sentenceOf(msg);
  switch (type) {
    case 'content_policy_violation':
      return new InlayError(isOfInput(loc) ? 'model.refused-input' : 'model.refused-output', {
        provider,
        reasons: says === '' ? [] : [says],
      });
    case 'no_media_generated':
      return new InlayError('model.no-image', { model, ...(says !== '' && { says }) });
    case 'internal_server_error':
    case 'generation_timeout':
    case 'downstream_service_error':
    case 'downstream_service_unavailable':
      return down(provider, retryAfterMs);
    default:
      if (field === '') return undefined;
      return new InlayError('model.invalid-input', { provider, field, says: says || type });
  }
}

/** A refusal names the field that it took offence at; one that names none is of what was made. */
function isOfInput(loc: Complaint['loc']): boolean {
  return loc.some((part) => typeof part === 'string' && /prompt|image|mask/.test(part));
}
