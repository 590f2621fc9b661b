import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import { bfl as spec } from '../routing/catalog/bfl';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { asJson } from './answer';
import { dollarsPerCredit, type Polled, polled, type Submitted, submitted } from './bfl/answers';
import { outcomeOfBfl } from './bfl/outcome';
import { outpainting, pictureOnCanvas } from './bfl/outpainting';
import { toBody } from './bfl/toBody';
import { writeBody } from './body';
import type { Connection, Question } from './connection';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import { decodePicture, encodePictures } from './pixels';
import { poll } from './poll';
import type { Service, ServiceTools } from './service';
import { unhurried } from './unhurried';

/** Black Forest Labs: a job is posted, looked after, and its picture fetched within ten minutes. It cannot be stopped. */
export const bfl: Service = {
  spec,
  auth: (key) => ({ 'x-key': key }),
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
  const onCanvas = model.wireId === outpainting ? await runSliced(pictureOnCanvas(call), { signal }) : undefined;
  const pictures = await encodePictures(onCanvas ? { ...call, source: onCanvas.picture } : call, signal);
  const body = await runSliced(writeBody(toBody(model, call, pictures, onCanvas)), { signal });
  const { job, sample } = await connection.occupy(async () => {
    const begun = await connection.ask(submissionOf(model, body, asked), signal);
    context.onRequestId?.(begun.id);
    const address = begun.polling_url ?? `/v1/get_result?id=${encodeURIComponent(begun.id)}`;
    return { job: begun, sample: await sampleOf({ id: begun.id, address, asked }, context, connection, tools) };
  }, signal);
  const opening = unhurried(context);
  const image = await decodePicture(await connection.fetchFile(sample, opening.signal, job.id), spec.label, opening);
  return {
    images: [image],
    warnings: warningsFor(model, call, onCanvas ? ['seed', 'strength'] : ['strength']),
    requestId: job.id,
    ...(typeof job.cost === 'number' && { dollars: job.cost * dollarsPerCredit }),
  };
}

function submissionOf(model: ModelSpec, body: Uint8Array, asked: Asked): Question<Submitted> {
  return {
    method: 'POST',
    address: `/v1/${model.wireId}`,
    body,
    headers: { 'content-type': 'application/json' },
    charge: 'may-be',
    read: asJson(submitted),
    judge: (failure) => outcomeOfBfl(asked, failure),
  };
}

interface Job {
  readonly id: string;
  readonly address: string;
  readonly asked: Asked;
}

const polling = { firstMs: 500, slowestMs: 5000, withinMs: 240_000 };
/** A new job may not be known yet everywhere: so long it may be missing at a stretch. */
const missingMs = 15_000;

/** Looks after a job until its picture has an address. */
async function sampleOf(
  { id, address, asked }: Job,
  { signal, onProgress }: CallContext,
  connection: Connection,
  tools: ServiceTools,
): Promise<string> {
  let missingSince: number | undefined;
  const lost = () => new InlayError('model.uncertain', { provider: spec.label, requestId: id });
  const look = async () => {
    const seen = await connection.ask(
      {
        method: 'GET',
        address,
        charge: 'free',
        requestId: id,
        accepts: [404],
        read: (answer) => (answer.status === 404 ? undefined : asJson(polled)(answer)),
        judge: (failure) => outcomeOfBfl(asked, failure),
      },
      signal,
    );
    if (seen === undefined || seen.status === 'Task not found') {
      missingSince ??= tools.pace.nowMs();
      if (tools.pace.nowMs() - missingSince >= missingMs) throw lost();
      return undefined;
    }
    missingSince = undefined;
    if (seen.progress !== undefined) onProgress(seen.progress);
    return sampleFrom(seen, id, asked);
  };
  const sample = await poll(look, polling, tools, signal);
  if (sample === undefined) throw lost();
  return sample;
}

/** The picture's address where the job is done, nothing where it goes on; every other end is thrown. */
function sampleFrom(
  { status, sample, reasons }: Polled,
  requestId: string,
  { provider, model }: Asked,
): string | undefined {
  switch (status) {
    case 'Ready':
      if (sample === undefined) throw new InlayError('model.no-image', { model });
      return sample;
    case 'Request Moderated':
      throw new InlayError('model.refused-input', { provider, reasons, requestId });
    case 'Content Moderated':
      throw new InlayError('model.refused-output', { provider, reasons });
    case 'Error':
    case 'Failed':
      throw new InlayError('model.failed', { model, says: status });
    default:
      return undefined;
  }
}
