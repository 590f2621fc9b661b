import { InlayError } from '../base/errors';
import { buildMultipart } from '../base/multipart';
import { runSliced } from '../base/slices';
import type { Raster } from '../image/raster';
import { openai as spec } from '../routing/catalog/openai';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { writeBody } from './body';
import type { Connection } from './connection';
import { warningsFor } from './lacks';
import { encodeClearMask } from './maskForms';
import { answer, type OpenAiPicture, outcomeOfOpenAi } from './openai/answer';
import { type Dialect, dialectOf } from './openai/dialect';
import { toBody, toForm } from './openai/toBody';
import type { Asked, Failure } from './outcome';
import type { CallPictures } from './pictures';
import { decodePicture, encodePictures } from './pixels';
import { asScanned, fileOf, mostBytesOfPictures } from './scanned';
import type { Service } from './service';
import { unhurried } from './unhurried';

/** OpenAI and all servers that speak its protocol: one request, held until the pictures are there. */
export const openai: Service = {
  spec,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
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
  const { signal } = context;
  const dialect = dialectOf(model);
  const asked = { provider: dialect.label, model: model.label };
  const pictures = await picturesFor(dialect, call, asked, signal);
  const question = {
    method: 'POST',
    ...(await outgoing(dialect, model, call, pictures, signal)),
    charge: 'may-be',
    read: asScanned(answer),
    judge: (failure: Failure) => outcomeOfOpenAi(asked, failure),
    timeoutMs,
    mostBytes: mostBytesOfPictures,
  } as const;
  const { data } = await connection.occupy(() => connection.ask(question, signal), signal);
  if (data.length === 0) throw new InlayError('model.no-image', { model: model.label });
  const opening = unhurried(context);
  const images: Raster[] = [];
  for (const picture of data) {
    const file = await fileFor(picture, asked, connection, opening.signal);
    images.push(await decodePicture(file, asked.provider, opening));
  }
  return { images, warnings: warningsFor(model, call, lacksOf(dialect)) };
}

/** Ten pictures of the best quality take minutes. */
const timeoutMs = 300_000;

function lacksOf({ seed }: Dialect) {
  return seed === 'taken' ? (['strength'] as const) : (['seed', 'strength'] as const);
}

/** The mask as this server wants it. Hosted, it may be a guide only: what lies outside is kept by our own means. */
async function picturesFor(
  { mask: dialect }: Dialect,
  call: ModelCall,
  { provider }: Asked,
  signal: AbortSignal,
): Promise<CallPictures> {
  const { mask, ...rest } = call;
  if (mask === undefined || dialect.kind === 'none') return encodePictures(rest, signal);
  if (dialect.kind === 'white') return encodePictures(call, signal);
  const file = await encodeClearMask(mask, signal);
  if (file.length > mostMaskBytes)
    throw new InlayError('model.invalid-input', { provider, field: 'mask', says: 'the mask has more than 4 MB' });
  return { ...(await encodePictures(rest, signal)), mask: file };
}

const mostMaskBytes = 4_000_000;

async function outgoing(
  dialect: Dialect,
  model: ModelSpec,
  call: ModelCall,
  pictures: CallPictures,
  signal: AbortSignal,
) {
  if (!pictures.source && pictures.references.length === 0) {
    const body = await runSliced(writeBody(toBody(dialect, model, call)), { signal });
    return { address: '/v1/images/generations', body, headers: { 'content-type': 'application/json' } };
  }
  const form = buildMultipart(toForm(dialect, model, call, pictures));
  const { body, contentType } = await runSliced(form, { signal });
  return { address: dialect.edits, body, headers: { 'content-type': contentType } };
}

/** A path leads to the server itself, key included; an address is fetched like any other. */
function fileFor(
  picture: OpenAiPicture,
  asked: Asked,
  connection: Connection,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if ('data' in picture) return fileOf(picture.data, asked.provider, signal);
  if (!picture.url.startsWith('/')) return connection.fetchFile(picture.url, signal);
  return connection.ask(
    {
      method: 'GET',
      address: picture.url,
      charge: 'paid-for',
      read: ({ bytes }) => bytes,
      judge: (failure) => outcomeOfOpenAi(asked, failure),
      mostBytes: mostBytesOfPictures,
    },
    signal,
  );
}
