import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { type Asked, sentenceOf } from '../outcome';

/** Addresses, or the pictures themselves as `data:` addresses, which may be left where they lie. */
const addresses = z.union([
  z.array(z.unknown()),
  z.unknown().transform((url) => (url === null || url === undefined ? [] : [url])),
]);

/** A run of a model. Its id is part of an address that the key is sent to, so it is one word. */
export const prediction = z.object({
  id: z.string().regex(/^\w[\w-]*$/),
  status: z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted']),
  output: addresses.optional(),
  error: z.string().nullish(),
  logs: z.string().nullish(),
});
export type Prediction = z.infer<typeof prediction>;

/** What a file is called from now on. */
export const storedFile = z.object({ id: z.string().regex(/^\w[\w-]*$/), urls: z.object({ get: z.string() }) });

/** The addresses of the pictures once there are some; nothing while it runs. Throws when it ended otherwise. */
export function picturesOf(asked: Asked, { id, status, output, error }: Prediction): readonly unknown[] | undefined {
  switch (status) {
    case 'starting':
    case 'processing':
      return undefined;
    case 'succeeded':
      if (!output || output.length === 0) throw new InlayError('model.no-image', { model: asked.model });
      return output;
    case 'failed':
      throw failedAs(asked, id, error ?? '');
    case 'canceled':
    case 'aborted':
      throw new InlayError('model.failed', { model: asked.model, says: status });
  }
}

/** A refusal is a failure like others, and says so only in words. */
function failedAs({ provider, model }: Asked, requestId: string, error: string): InlayError {
  if (!/sensitive|nsfw|moderat|content policy|safety|\bE005\b/i.test(error)) {
    const says = sentenceOf(error);
    return new InlayError('model.failed', { model, says: says === '' ? 'failed' : says });
  }
  const isOfInput = /\b(prompt|input)\b/i.test(error) && !/\boutput\b/i.test(error);
  const details = { provider, reasons: [sentenceOf(error)] };
  return isOfInput
    ? new InlayError('model.refused-input', { ...details, requestId })
    : new InlayError('model.refused-output', details);
}

/** Share done, from the last bar that the model drew into its log; nothing where there is none. */
export function progressOf({ logs }: Prediction): number | undefined {
  const percent = [...(logs ?? '').matchAll(/(\d{1,3})%\|/g)].at(-1)?.[1];
  return percent === undefined ? undefined : Math.min(1, Number(percent) / 100);
}
