import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, sentenceOf } from '../outcome';

/** Why a model stopped. Every refusal comes with HTTP 200. A reason that is newer than this list counts as `OTHER`. */
const endings = {
  FINISH_REASON_UNSPECIFIED: 'empty',
  STOP: 'empty',
  CONTINUATION: 'empty',
  MAX_TOKENS: 'empty',
  LANGUAGE: 'empty',
  OTHER: 'empty',
  NO_IMAGE: 'empty',
  IMAGE_OTHER: 'empty',
  MALFORMED_FUNCTION_CALL: 'empty',
  UNEXPECTED_TOOL_CALL: 'empty',
  TOO_MANY_TOOL_CALLS: 'empty',
  SAFETY: 'refused',
  RECITATION: 'refused',
  BLOCKLIST: 'refused',
  PROHIBITED_CONTENT: 'refused',
  SPII: 'refused',
  IMAGE_SAFETY: 'refused',
  IMAGE_PROHIBITED_CONTENT: 'refused',
  IMAGE_RECITATION: 'refused',
} as const;
type FinishReason = keyof typeof endings;

const finishReason = z.string().transform((text): FinishReason => (isKnown(text) ? text : 'OTHER'));

function isKnown(text: string): text is FinishReason {
  return text in endings;
}

/** The text of a picture may be an opaque stand-in for what is never made a string. Older answers spell it with `_`. */
const blob = z.object({ data: z.unknown() });
const part = z
  .object({
    text: z.string().optional(),
    thought: z.boolean().optional(),
    inlineData: blob.optional(),
    inline_data: blob.optional(),
  })
  .transform(({ text = '', thought = false, inlineData, inline_data }) => ({
    text,
    thought,
    picture: (inlineData ?? inline_data)?.data,
  }));

const candidate = z.object({
  content: z.object({ parts: z.array(part).default([]) }).optional(),
  finishReason: finishReason.default('OTHER'),
  finishMessage: z.string().optional(),
});

export const answer = z.object({
  candidates: z.array(candidate).default([]),
  promptFeedback: z
    .object({ blockReason: z.string().optional(), blockReasonMessage: z.string().optional() })
    .optional(),
  responseId: z.string().optional(),
});
export type GeminiAnswer = z.infer<typeof answer>;

/** The last picture that is not part of the model's thinking. Throws where there is none: refused, or just none. */
export function pictureOf({ provider, model }: Asked, { candidates, promptFeedback }: GeminiAnswer): unknown {
  const blocked = promptFeedback?.blockReason;
  if (blocked !== undefined && blocked !== 'BLOCK_REASON_UNSPECIFIED')
    throw new InlayError('model.refused-input', {
      provider,
      reasons: [reason(blocked, promptFeedback?.blockReasonMessage)],
    });
  const parts = candidates.flatMap(({ content }) => content?.parts ?? []).filter(({ thought }) => !thought);
  const picture = parts
    .map((each) => each.picture)
    .filter((data) => data !== undefined)
    .at(-1);
  if (picture !== undefined) return picture;
  const refusal = candidates.find((each) => endings[each.finishReason] === 'refused');
  if (refusal)
    throw new InlayError('model.refused-output', {
      provider,
      reasons: [reason(refusal.finishReason, refusal.finishMessage)],
    });
  if (candidates.some(({ finishReason }) => finishReason === 'MAX_TOKENS'))
    throw new InlayError('model.no-image', {
      model,
      says: 'its limit of tokens was reached before a picture was made',
    });
  const says = sentenceOf(parts.map(({ text }) => text).join(' ')) || sentenceOf(candidates.at(0)?.finishMessage ?? '');
  throw new InlayError('model.no-image', { model, ...(says !== '' && { says }) });
}

/** `IMAGE_SAFETY` as words, unless the service has better ones. */
function reason(code: string, message = ''): string {
  return sentenceOf(message) || code.toLowerCase().replaceAll('_', ' ');
}
