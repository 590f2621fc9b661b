import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import { replicate as spec } from '../routing/catalog/replicate';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { writeBody } from './body';
import type { Connection, Question } from './connection';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import { picturesAt } from './picturesAt';
import { encodePictures } from './pixels';
import { poll } from './poll';
import { type Prediction, picturesOf, prediction, progressOf } from './replicate/answers';
import { outcomeOfReplicate } from './replicate/outcome';
import { takesSeed, toBody } from './replicate/toBody';
import { withPicturesShown } from './replicate/withPicturesShown';
import { asScanned, mostBytesOfPictures } from './scanned';
import type { Service, ServiceTools } from './service';
import { stoppable } from './stoppable';
import { unhurried } from './unhurried';

/** Replicate: a prediction is made, looked after, and can be stopped at any time. */
export const replicate: Service = {
  spec,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
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
  return withPicturesShown(pictures, { asked, connection, tools, signal }, async (shown) => {
    const body = await runSliced(writeBody(toBody(model, call, shown)), { signal });
    const { requestId, urls } = await connection.occupy(async () => {
      const job = await connection.ask(creationOf(model, body, asked), signal);
      context.onRequestId?.(job.id);
      const ended = await stoppable(
        () => resultOf(job, asked, context, connection, tools),
        (stopping) => connection.ask(cancellationOf(job, asked), stopping),
        tools.pace,
      );
      return { requestId: job.id, urls: ended };
    }, signal);
    return {
      images: await picturesAt(urls, { provider: spec.label, requestId, connection, opening: unhurried(context) }),
      warnings: warningsFor(model, call, takesSeed(model) ? ['strength'] : ['seed', 'strength']),
      requestId,
    };
  });
}

function creationOf(model: ModelSpec, body: Uint8Array, asked: Asked): Question<Prediction> {
  return {
    method: 'POST',
    address: `/v1/models/${model.wireId}/predictions`,
    body,
    headers: { 'content-type': 'application/json' },
    charge: 'may-be',
    read: asScanned(prediction),
    judge: (failure) => outcomeOfReplicate(asked, failure),
    mostBytes: mostBytesOfPictures,
  };
}

function cancellationOf({ id }: Prediction, asked: Asked): Question<void> {
  return {
    method: 'POST',
    address: `/v1/predictions/${id}/cancel`,
    charge: 'free',
    requestId: id,
    read: () => undefined,
    judge: (failure) => outcomeOfReplicate(asked, failure),
  };
}

const polling = { firstMs: 500, slowestMs: 3000, withinMs: 600_000 };

/** The addresses of the pictures, as soon as the prediction has ended. What is sent comes back with every look. */
async function resultOf(
  { id, ...begun }: Prediction,
  asked: Asked,
  { signal, onProgress }: CallContext,
  connection: Connection,
  tools: ServiceTools,
): Promise<readonly unknown[]> {
  const look = async () => {
    const seen = await connection.ask(
      {
        method: 'GET',
        address: `/v1/predictions/${id}`,
        charge: 'free',
        requestId: id,
        read: asScanned(prediction),
        judge: (failure) => outcomeOfReplicate(asked, failure),
        mostBytes: mostBytesOfPictures,
      },
      signal,
    );
    const share = progressOf(seen);
    if (share !== undefined) onProgress(share);
    return picturesOf(asked, seen);
  };
  const urls = picturesOf(asked, { id, ...begun }) ?? (await poll(look, polling, tools, signal));
  if (urls === undefined) throw new InlayError('model.uncertain', { provider: spec.label, requestId: id });
  return urls;
}
