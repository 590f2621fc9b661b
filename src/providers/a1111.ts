import { base64Of } from '../base/base64';
import { runSliced } from '../base/slices';
import { encodeUtf8 } from '../base/utf8';
import type { Raster } from '../image/raster';
import { a1111 as spec } from '../routing/catalog/a1111';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { answer, outcomeOfA1111, picturesIn, progress } from './a1111/answers';
import { pathFor, toBody } from './a1111/toBody';
import { asJson } from './answer';
import { writeBody } from './body';
import type { Connection } from './connection';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import { asBase64, mapPictures } from './pictures';
import { decodePicture, encodePictures } from './pixels';
import { asScanned, fileOf, mostBytesOfPictures } from './scanned';
import type { Service, ServiceTools } from './service';
import { stoppable } from './stoppable';
import { unhurried } from './unhurried';

/** A1111, Forge and what speaks like them: one request is held until the pictures are there, others tell how far it is. */
export const a1111: Service = {
  spec,
  /** The key is `user:password`. */
  auth: (key) => ({ authorization: `Basic ${base64Of(encodeUtf8(key))}` }),
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
  const pictures = mapPictures(await encodePictures(call, signal), asBase64);
  const body = await runSliced(writeBody(toBody(model, call, pictures)), { signal });
  const doWork = () =>
    stoppable(
      () => watched(() => work(pathFor(call), body, asked, connection, signal), context, connection, tools),
      // it stops whatever is at work there: before our request has left, that is somebody else's
      async (stopping, { request }) => (request === 'sent' ? interrupt(asked, connection, stopping) : undefined),
      tools.pace,
    );
  const answered = await connection.occupy(doWork, signal);
  const opening = unhurried(context);
  const images: Raster[] = [];
  for (const text of picturesIn(answered, asked)) {
    images.push(await decodePicture(await fileOf(text, spec.label, opening.signal), spec.label, opening));
  }
  return { images, warnings: warningsFor(model, call, []) };
}

/** A server of one's own may take its time. */
const timeoutMs = 900_000;

function work(address: string, body: Uint8Array, asked: Asked, connection: Connection, signal: AbortSignal) {
  return connection.ask(
    {
      method: 'POST',
      address,
      body,
      headers: { 'content-type': 'application/json' },
      charge: 'may-be',
      read: asScanned(answer),
      judge: (failure) => outcomeOfA1111(asked, failure),
      timeoutMs,
      mostBytes: mostBytesOfPictures,
    },
    signal,
  );
}

const lookEveryMs = 1000;

/** Asks how far it is for as long as the work goes on. That nobody answers to that is no harm. */
async function watched<T>(
  doWork: () => Promise<T>,
  { signal, onProgress }: CallContext,
  connection: Connection,
  { pace }: ServiceTools,
): Promise<T> {
  const watching = new AbortController();
  const stop = () => {
    watching.abort();
  };
  signal.addEventListener('abort', stop);
  const watch = async () => {
    for (;;) {
      await pace.wait(lookEveryMs, watching.signal);
      onProgress(await progressOf(connection, watching.signal));
    }
  };
  try {
    void watch().catch(() => undefined);
    return await doWork();
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function progressOf(connection: Connection, signal: AbortSignal): Promise<number> {
  const address = '/sdapi/v1/progress?skip_current_image=true';
  const seen = await connection.ask(
    { method: 'GET', address, charge: 'free', read: asJson(progress), judge: () => undefined },
    signal,
  );
  return seen.progress;
}

function interrupt(asked: Asked, connection: Connection, signal: AbortSignal): Promise<void> {
  return connection.ask(
    {
      method: 'POST',
      address: '/sdapi/v1/interrupt',
      charge: 'free',
      read: () => undefined,
      judge: (failure) => outcomeOfA1111(asked, failure),
    },
    signal,
  );
}
