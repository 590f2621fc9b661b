import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, type Failure, outcomeOf, sentenceOf } from '../outcome';

const entry = z.union([
  z.string(),
  z.object({ name: z.string() }).transform(({ name }) => name),
  z.object({ model: z.string() }).transform(({ model }) => model),
  z.object({ display_name: z.string() }).transform((each) => each.display_name),
]);
const entries = z.array(entry);

/** The list of models is not described anywhere: any of the shapes that lists take there is read. */
const catalog = z.union([
  entries,
  z
    .object({ data: z.union([entries, z.object({ models: entries }).transform(({ models }) => models)]) })
    .transform((answer) => answer.data),
  z.object({ models: entries }).transform(({ models }) => models),
]);

export const modelNames = catalog;

/** What the service calls a model today; nothing where it has no model of that name any more. */
export function nameToday(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => bare(name) === bare(wanted));
}

/** Without what changes from one spelling to the next. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** Part of an address that the key is sent to, so it is one word. */
const id = z.string().regex(/^\w[\w-]*$/);

const job = z.object({ requestId: id.optional(), job_id: id.optional(), recordId: z.unknown().optional() });

/** The name of the job depends on who does it for the service. */
export const submitted = z
  .object({
    data: z.object({
      successful: z.array(z.object({ data: job })).default([]),
      failed: z.array(z.object({ error: z.string().optional(), message: z.string().optional() })).default([]),
    }),
  })
  .transform(({ data: { successful, failed } }) => ({
    id: successful.map(({ data }) => data.requestId ?? data.job_id).find((name) => name !== undefined),
    says: failed.map(({ error, message }) => error ?? message ?? '').join(' '),
  }));

export const statusAnswer = z.object({
  status: z.enum(['generating', 'completed', 'failed']),
  result_url: z.string().nullish(),
  result_urls: z.array(z.string()).nullish(),
  error: z.string().nullish(),
});
export type VerselyStatus = z.infer<typeof statusAnswer>;

/** The addresses of the pictures once there are some; nothing while it works. Throws when it ended otherwise. */
export function picturesOf(asked: Asked, { status, ...result }: VerselyStatus): readonly string[] | undefined {
  switch (status) {
    case 'generating':
      return undefined;
    case 'completed': {
      const all = result.result_urls?.length ? result.result_urls : [result.result_url ?? ''];
      const addresses = all.filter((address) => address !== '');
      if (addresses.length === 0) throw new InlayError('model.no-image', { model: asked.model });
      return addresses;
    }
    case 'failed':
      throw failedAs(asked, result.error ?? '');
  }
}

/** The service passes on what others say, in their words. */
export function failedAs({ provider, model }: Asked, says: string): InlayError {
  const reason = sentenceOf(says);
  return /moderat|nsfw|safety|sensitive|policy|flagged/i.test(reason)
    ? new InlayError('model.refused-output', { provider, reasons: [reason] })
    : new InlayError('model.failed', { model, says: reason === '' ? 'failed' : reason });
}

const errorBody = z.object({ success: z.literal(false), error: z.string().default('') });

/** What an error of the service means. An empty account may look like a key that lacks a right. */
export function outcomeOfVersely(asked: Asked, failure: Failure): InlayError | undefined {
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { error } = parsed.data;
  if (failure.status === 403 && /credit|balance/i.test(error))
    return new InlayError('model.no-credit', { provider: asked.provider });
  return outcomeOf(asked, failure, error);
}
