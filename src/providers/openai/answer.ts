import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, type Failure, outcomeOf, sentenceOf, wordsOf } from '../outcome';

/** The text of a picture may be an opaque stand-in for what is never made a string. */
const picture = z
  .object({ b64_json: z.unknown().optional(), url: z.string().nullish() })
  .transform(({ b64_json: data, url }) => {
    return data === undefined || data === null ? { url: url ?? '' } : { data };
  });

export type OpenAiPicture = z.infer<typeof picture>;

export const answer = z.object({ data: z.array(picture).default([]) });

const errorBody = z.union([
  z.object({
    error: z.object({
      message: z.string().default(''),
      type: z.string().nullish(),
      param: z.string().nullish(),
      code: z.union([z.string(), z.number()]).nullish(),
    }),
  }),
  z.object({ detail: z.unknown() }),
  z.object({ error: z.string() }),
]);

/** What an error means. Too little credit comes with the status of too many calls, and a refusal as a bad request. */
export function outcomeOfOpenAi(asked: Asked, failure: Failure): InlayError | undefined {
  const said = read(failure.body);
  if (!said) return undefined;
  const { says, code, param } = said;
  const { provider } = asked;
  switch (code) {
    case 'invalid_api_key':
      return new InlayError('model.auth', { provider });
    case 'insufficient_quota':
    case 'billing_hard_limit_reached':
      return new InlayError('model.no-credit', { provider });
    case 'moderation_blocked':
    case 'content_policy_violation':
      return new InlayError('model.refused-input', { provider, reasons: says === '' ? [] : [says] });
    case 'model_not_found':
      return new InlayError('model.gone', { model: asked.model });
  }
  const outcome = outcomeOf(asked, failure, says);
  if (outcome.code !== 'model.invalid-input' || param === '') return outcome;
  return new InlayError('model.invalid-input', { provider, field: param, says });
}

interface Said {
  readonly says: string;
  readonly code: string;
  readonly param: string;
}

function read(body: unknown): Said | undefined {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return undefined;
  if ('detail' in parsed.data) return { says: sentenceOf(wordsOf(parsed.data.detail)), code: '', param: '' };
  const { error } = parsed.data;
  if (typeof error === 'string') return { says: sentenceOf(error), code: '', param: '' };
  return { says: sentenceOf(error.message), code: String(error.code ?? ''), param: error.param ?? '' };
}
