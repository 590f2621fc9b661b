import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import { gemini as spec } from '../routing/catalog/gemini';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { writeBody } from './body';
import type { Connection } from './connection';
import { answer, pictureOf } from './gemini/answer';
import { outcomeOfGemini } from './gemini/outcome';
import { toBody } from './gemini/toBody';
import { warningsFor } from './lacks';
import { decodePicture, encodePictures } from './pixels';
import { asScanned, fileOf, mostBytesOfPictures } from './scanned';
import type { Service } from './service';

/** Google Gemini: one request, held until the picture is there. It cannot be stopped and tells no progress. */
export const gemini: Service = {
  spec,
  auth: (key) => ({ 'x-goog-api-key': key }),
  create: (connection) => ({
    id: spec.id,
    edit: (model, call, context) => edit(model, call, context, connection),
  }),
};

async function edit(
  model: ModelSpec,
  call: ModelCall,
  context: CallContext,
  connection: Connection,
): Promise<ModelAnswer> {
  const { signal, onRequestId } = context;
  const asked = { provider: spec.label, model: model.label };
  const pictures = await encodePictures(call, signal);
  const body = await runSliced(writeBody(toBody(model, call, pictures)), { signal });
  claimFits(body);
  const answered = await connection.ask(
    {
      method: 'POST',
      address: `/v1beta/models/${model.wireId}:generateContent`,
      body,
      headers: { 'content-type': 'application/json' },
      charge: 'may-be',
      read: asScanned(answer, signal),
      judge: (failure) => outcomeOfGemini(asked, failure),
      timeoutMs,
      mostBytes: mostBytesOfPictures,
    },
    signal,
  );
  const { responseId } = answered;
  if (responseId !== undefined) onRequestId?.(responseId);
  const file = await fileOf(pictureOf(asked, answered), spec.label, signal);
  return {
    images: [await decodePicture(file, spec.label, context)],
    warnings: warningsFor(model, call, ['strength']),
    ...(responseId !== undefined && { requestId: responseId }),
  };
}

/** A picture of 16 megapixels may take more than a minute. */
const timeoutMs = 180_000;

/** What is certain to be taken in one request. */
const mostBytes = 20_000_000;

function claimFits({ length }: Uint8Array): void {
  if (length <= mostBytes) return;
  const says = `the pictures make ${Math.ceil(length / 1e6)} MB, and it takes ${mostBytes / 1e6} MB`;
  throw new InlayError('model.invalid-input', { provider: spec.label, says });
}
