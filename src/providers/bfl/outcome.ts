import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, type Failure, outcomeOf, sentenceOf } from '../outcome';

const detail = z.union([
  z.string().transform((message) => [{ msg: message, loc: [] }]),
  z.array(z.object({ msg: z.string(), loc: z.array(z.union([z.string(), z.number()])).default([]) })),
]);

const errorBody = z
  .object({ detail: detail.optional(), message: z.string().optional(), error: z.string().optional() })
  .refine((body) => Object.values(body).some((part) => part !== undefined));

/** What an error of the service means; nothing where it is not in its own words. */
export function outcomeOfBfl(asked: Asked, failure: Failure): InlayError | undefined {
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { detail: issues = [], message, error } = parsed.data;
  const [issue] = issues;
  const says = issue?.msg ?? message ?? error ?? '';
  if (failure.status !== 400 && failure.status !== 422) return outcomeOf(asked, failure, says);
  const field = issue?.loc.at(-1);
  return new InlayError('model.invalid-input', {
    provider: asked.provider,
    says: sentenceOf(says),
    ...(field !== undefined && { field: String(field) }),
  });
}
