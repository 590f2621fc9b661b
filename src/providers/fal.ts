import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import { decodeUtf8 } from '../base/utf8';
import { fal as spec } from '../routing/catalog/fal';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec, ModelWarning } from '../routing/model';
import { asJson } from './answer';
import { writeBody } from './body';
import type { Answer, Connection, Question } from './connection';
import { type FalResult, resultAnswer, statusAnswer, type Submitted, submitted } from './fal/answers';
import { outcomeOfFal } from './fal/outcome';
import { appFor, takesStrength, toBody } from './fal/toBody';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import { afterWork } from './patience';
import { picturesAt } from './picturesAt';
import { encodePictures } from './pixels';
import { poll } from './poll';
import { asScanned, mostBytesOfPictures } from './scanned';
import type { Service, ServiceTools } from './service';
import { stoppable } from './stoppable';
import { unhurried } from './unhurried';

/** fal: an app is put into a queue and looked after; what still waits there can be called back. */
export const fal: Service = {
  spec,
  auth: (key) => ({ authorization: `Key ${key}` }),
  create: (connection, tools) => ({
    id: spec.id,
    edit: (model, call, context) => edit(model, call, context, connection, tools),
  }),
};

async function edit(
  model: ModelSpec,
  call: ModelCall,
  context: CallContext,
  connection: Connection,
  tools: ServiceTools,
): Promise<ModelAnswer> {
  const { signal } = context;
  const asked = { provider: spec.label, model: model.label };
  const pictures = await encodePictures(call, signal);
  const body = await runSliced(writeBody(toBody(model, call, pictures)), { signal });
  const { requestId, result } = await connection.occupy(async () => {
    const job = await connection.ask(submissionOf(appFor(model, call), body, asked), signal);
    context.onRequestId?.(job.request_id);
    const ended = await stoppable(
      () => resultOf(job, asked, connection, tools, context),
      (stopping) => connection.ask(cancellationOf(job, judgeFor(asked)), stopping),
      tools.pace,
    );
    return { requestId: job.request_id, result: ended };
  }, signal);
  const urls = shown(result, asked);
  return {
    images: await picturesAt(urls, { provider: spec.label, requestId, connection, opening: unhurried(context) }),
    warnings: [...warningsFor(model, call, takesStrength(model) ? [] : ['strength']), ...heldBackWarning(result)],
    requestId,
  };
}

function submissionOf(app: string, body: Uint8Array, asked: Asked): Question<Submitted> {
  return {
    method: 'POST',
    address: `/${app}`,
    body,
    headers: { 'content-type': 'application/json', 'x-fal-object-lifecycle-preference': lifecycle },
    charge: 'may-be',
    read: asJson(submitted),
    judge: judgeFor(asked),
  };
}

/** A run that has ended or is not known any more cannot be stopped, which is as well. */
function cancellationOf({ cancel_url: address }: Submitted, judge: Question<void>['judge']): Question<void> {
  return { method: 'PUT', address, charge: 'free', read: () => undefined, judge, accepts: [400, 404] };
}

/** Result files lie at public links: a day is enough to fetch them after a crash. */
const lifecycle = JSON.stringify({ expiration_duration_seconds: 86_400 });

const polling = { firstMs: 500, slowestMs: 3000, withinMs: 600_000 };

async function resultOf(
  { request_id: requestId, status_url: address, response_url }: Submitted,
  asked: Asked,
  connection: Connection,
  tools: ServiceTools,
  context: CallContext,
): Promise<FalResult> {
  const { signal } = context;
  const about = { method: 'GET', charge: 'free', requestId, judge: judgeFor(asked) } as const;
  const isDone = async () => {
    const seen = await connection.ask({ ...about, address, read: asJson(statusAnswer) }, signal);
    switch (seen.status) {
      case 'IN_QUEUE':
        if (seen.queue_position !== undefined) context.onQueue?.(placeAfter(seen.queue_position));
        return undefined;
      case 'IN_PROGRESS':
        context.onQueue?.(0);
        return undefined;
      case 'COMPLETED':
        return seen.status;
    }
  };
  if ((await poll(isDone, polling, tools, signal)) === undefined)
    throw new InlayError('model.uncertain', { provider: spec.label, requestId });
  const read = async (answer: Answer) => {
    if (answer.status === 200) return asScanned(resultAnswer)(answer);
    throw ending(answer, asked, requestId);
  };
  return connection.ask(
    { ...about, address: response_url, read, accepts: endings, mostBytes: mostBytesOfPictures },
    unhurried(context).signal,
  );
}

/** It counts those who come before. */
function placeAfter(others: number): number {
  return Math.max(0, others) + 1;
}

/** A run that failed answers with its error's status when its result is asked for. */
const endings = [400, 404, 422, 500, 504];

/**
 * How a run ended that has no result: its own faults are not charged, all else may be. Anything but the service's own words is read
 * as not having been answered.
 */
function ending({ status, bytes }: Answer, asked: Asked, requestId: string): Error {
  const outcome = outcomeOfFal(asked, { status, body: JSON.parse(decodeUtf8(bytes)) });
  if (!outcome) return new Error(`status ${status}, not in their words`);
  return outcome.code === 'model.down' ? outcome : afterWork(outcome, asked.provider, requestId);
}

function judgeFor(asked: Asked) {
  return (failure: Parameters<typeof outcomeOfFal>[1]) => outcomeOfFal(asked, failure);
}

/** A picture that was held back comes as a black one with a flag. */
function shown({ urls, heldBack, says }: FalResult, { provider, model }: Asked): readonly unknown[] {
  const kept = urls.filter((_, i) => !heldBack[i]);
  if (kept.length > 0) return kept;
  if (urls.length > 0) throw new InlayError('model.refused-output', { provider, reasons: ['not safe for work'] });
  throw new InlayError('model.no-image', { model, ...(says !== '' && { says }) });
}

function heldBackWarning({ heldBack }: FalResult): readonly ModelWarning[] {
  const count = heldBack.filter((flag) => flag).length;
  return count === 0 ? [] : [{ text: `${spec.label} held back ${count} of the pictures as not safe for work.` }];
}
