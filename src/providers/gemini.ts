import { runSliced } from '../base/slices';
import { gemini as spec } from '../routing/catalog/gemini';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { writeBody } from './body';
import type { Connection, Question } from './connection';
import { answer, type GeminiAnswer, pictureOf } from './gemini/answer';
import { outcomeOfGemini } from './gemini/outcome';
import { toBody } from './gemini/toBody';
import { withFilesStored } from './gemini/withFilesStored';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import type { Shown } from './pictures';
import { decodePicture, encodePictures } from './pixels';
import { asScanned, fileOf, mostBytesOfPictures } from './scanned';
import type { Service, ServiceTools } from './service';
import { unhurried } from './unhurried';

/** Google Gemini: one request, held until the picture is there. It cannot be stopped and tells no progress. */
export const gemini: Service = {
  spec,
  auth: (key) => ({ 'x-goog-api-key': key }),
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
  const { signal, onRequestId } = context;
  const asked = { provider: spec.label, model: model.label };
  const { mask: _, ...maskless } = call;
  const pictures = await encodePictures(maskless, signal);
  const answered = await withFilesStored(pictures, { asked, connection, tools, signal }, (shown) =>
    generate(model, call, shown, asked, connection, signal),
  );
  const { responseId } = answered;
  if (responseId !== undefined) onRequestId?.(responseId);
  const opening = unhurried(context);
  const file = await fileOf(pictureOf(asked, answered), spec.label, opening.signal);
  return {
    images: [await decodePicture(file, spec.label, opening)],
    warnings: warningsFor(model, call, ['strength']),
    ...(responseId !== undefined && { requestId: responseId }),
  };
}

/** A picture of 16 megapixels may take more than a minute. */
const timeoutMs = 180_000;

async function generate(
  model: ModelSpec,
  call: ModelCall,
  shown: Shown,
  asked: Asked,
  connection: Connection,
  signal: AbortSignal,
): Promise<GeminiAnswer> {
  const body = await runSliced(writeBody(toBody(model, call, shown)), { signal });
  const question: Question<GeminiAnswer> = {
    method: 'POST',
    address: `/v1beta/models/${model.wireId}:generateContent`,
    body,
    headers: { 'content-type': 'application/json' },
    charge: 'may-be',
    read: asScanned(answer),
    judge: (failure) => outcomeOfGemini(asked, failure),
    timeoutMs,
    mostBytes: mostBytesOfPictures,
  };
  return connection.occupy(() => connection.ask(question, signal), signal);
}
