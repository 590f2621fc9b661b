import { z } from 'zod';
import { InlayError } from '../../base/errors';
import { LongText } from '../../base/scanJson';
import { type Asked, failedAtWork, type Failure, outcomeOf, sentenceOf } from '../outcome';

const image = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string() });
export type StoredImage = z.infer<typeof image>;

export const uploaded = z.object({ name: z.string().min(1), subfolder: z.string().default(''), type: z.string() });

/** Part of an address that is asked for, so it is one word. */
export const queued = z.object({ prompt_id: z.string().regex(/^[\w-]+$/) });

/** A text that was too long to be copied is told by its beginning. */
const shortText = z.unknown().transform((text) => {
  if (text instanceof LongText) return text.read(longestRead);
  return typeof text === 'string' ? text : undefined;
});

const longestRead = 2000;

const entry = z.object({
  outputs: z.record(z.string(), z.looseObject({ images: z.array(image).optional() })).default({}),
  status: z
    .object({
      status_str: z.enum(['success', 'error']),
      messages: z.array(z.tuple([z.string(), z.looseObject({ exception_message: shortText.optional() })])).default([]),
    })
    .optional(),
});

/** Empty until the run has ended. */
export const history = z.record(z.string(), entry);

/** The pictures that a run has made, by the node that made them. Throws when it ended otherwise. */
export function imagesOf({ provider, model }: Asked, { outputs, status }: z.infer<typeof entry>) {
  if (status?.status_str === 'error') {
    const exception = status.messages.find(([event]) => event === 'execution_error')?.[1].exception_message;
    if (exception === undefined) throw new InlayError('model.failed', { model, says: 'interrupted' });
    throw failedAtWork(provider, exception);
  }
  return new Map(Object.entries(outputs).map(([id, { images = [] }]) => [id, images] as const));
}

const item = z.tuple([z.unknown(), z.string()]).rest(z.unknown());

/** Waiting runs come in no order; their numbers say who is next. */
function numberOf(number: unknown): number {
  return typeof number === 'number' ? number : 0;
}

/** The runs by their ids, those that wait in the order of their turns. */
export const queue = z
  .object({ queue_running: z.array(item), queue_pending: z.array(item) })
  .transform(({ queue_running: running, queue_pending: pending }) => ({
    running: running.map(([, id]) => id),
    pending: [...pending].sort(([a], [b]) => numberOf(a) - numberOf(b)).map(([, id]) => id),
  }));

const said = z.object({ message: z.string().default(''), details: z.string().default('') });
const errorBody = z.object({
  error: said,
  node_errors: z
    .record(z.string(), z.object({ class_type: z.string().default(''), errors: z.array(said).default([]) }))
    .catch({}),
});

/** How a panel's requests are let in. */
export const remedy =
  'Start ComfyUI with --enable-cors-header (and, where it runs on another machine, with --listen), then try again.';

/** What an error of the server means: of a node, where one is named. */
export function outcomeOfComfyUi(asked: Asked, failure: Failure): InlayError | undefined {
  const { provider } = asked;
  if (failure.status === 403) return new InlayError('net.foreign-origin', { provider, remedy });
  if (failure.status === 413)
    return new InlayError('model.invalid-input', { provider, says: 'too large: raise its --max-upload-size' });
  const parsed = errorBody.safeParse(failure.body);
  if (!parsed.success) return undefined;
  const { error, node_errors: nodes } = parsed.data;
  const [first] = Object.values(nodes);
  const [problem = error] = first?.errors ?? [];
  const says = sentenceOf([problem.message, problem.details].filter((text) => text !== '').join(': '));
  if (first) return new InlayError('model.invalid-input', { provider, field: first.class_type, says });
  return outcomeOf(asked, failure, says);
}
