import { InlayError } from '../base/errors';
import { decodeUtf8 } from '../base/utf8';
import { versely as spec } from '../routing/catalog/versely';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec } from '../routing/model';
import { asJson } from './answer';
import type { Answer, Connection, Question } from './connection';
import { storePicture } from './fal/storePicture';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import type { PicturesAs } from './pictures';
import { picturesAt } from './picturesAt';
import { encodePictures } from './pixels';
import { poll } from './poll';
import type { Service, ServiceTools } from './service';
import { unhurried } from './unhurried';
import {
  failedAs,
  modelNames,
  nameToday,
  outcomeOfVersely,
  picturesOf,
  statusAnswer,
  submitted,
} from './versely/answers';
import { toBody } from './versely/toBody';

/** Versely: models by the names that they have today, pictures by public links, a job that cannot be stopped. */
export const versely: Service = {
  spec,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
  create: (connection, tools, storage) => ({
    id: spec.id,
    edit: (model, call, context) => edit(model, call, context, { connection, storage, tools }),
  }),
};

interface Ways {
  readonly connection: Connection;
  readonly storage: Connection | undefined;
  readonly tools: ServiceTools;
}

async function edit(model: ModelSpec, call: ModelCall, context: CallContext, ways: Ways): Promise<ModelAnswer> {
  const { signal } = context;
  const { connection } = ways;
  const asked = { provider: spec.label, model: model.label };
  const name = await resolved(model, asked, connection, signal);
  const pictures = await linked(model, call, ways, signal);
  const { id, addresses } = await connection.occupy(async () => {
    const job = await submit(JSON.stringify(toBody(name, model, call, pictures)), asked, connection, signal);
    context.onRequestId?.(job);
    return { id: job, addresses: await resultOf(job, asked, ways, signal) };
  }, signal);
  return {
    images: await picturesAt(addresses, {
      provider: spec.label,
      requestId: id,
      connection,
      opening: unhurried(context),
    }),
    warnings: warningsFor(model, call, ['seed', 'strength']),
    requestId: id,
  };
}

/** The model's name of today. Where the list cannot be read, the name that we know is as good as any. */
async function resolved(model: ModelSpec, asked: Asked, connection: Connection, signal: AbortSignal): Promise<string> {
  const names = await connection.ask(
    { method: 'GET', address: '/api/v1/ai-models/images', charge: 'free', read: namesIn, judge: judgeFor(asked) },
    signal,
  );
  const name = names === undefined ? model.wireId : nameToday(model.wireId, names);
  if (name === undefined) throw new InlayError('model.gone', { model: model.label });
  return name;
}

function namesIn({ bytes }: Answer): readonly string[] | undefined {
  const parsed = modelNames.safeParse(JSON.parse(decodeUtf8(bytes)));
  return parsed.success ? parsed.data : undefined;
}

/** The pictures at public links, by way of a storage that the service does not have itself. */
async function linked(
  model: ModelSpec,
  call: ModelCall,
  { storage }: Ways,
  signal: AbortSignal,
): Promise<PicturesAs<string>> {
  const { mask: _, ...maskless } = call;
  const { source, references } = await encodePictures(maskless, signal);
  const links: string[] = [];
  for (const file of [...(source ? [source] : []), ...references.slice(0, model.references)]) {
    if (!storage) throw new InlayError('route.no-key', { provider: 'fal' });
    links.push(await storePicture(file, model.label, storage, signal));
  }
  const [first, ...others] = links;
  return source && first !== undefined ? { source: first, references: others } : { references: links };
}

async function submit(body: string, asked: Asked, connection: Connection, signal: AbortSignal): Promise<string> {
  const { id, says } = await connection.ask(
    {
      method: 'POST',
      address: '/api/v1/generate/image',
      body,
      charge: 'may-be',
      read: asJson(submitted),
      judge: judgeFor(asked),
    },
    signal,
  );
  if (id === undefined) throw failedAs(asked, says);
  return id;
}

/** It asks not to be looked at more often than every 5 s. */
const polling = { firstMs: 6500, slowestMs: 8000, withinMs: 600_000 };

async function resultOf(id: string, asked: Asked, { connection, tools }: Ways, signal: AbortSignal) {
  const look = async () => {
    const seen = await connection.ask(
      {
        method: 'GET',
        address: `/api/v1/status/${id}`,
        charge: 'free',
        requestId: id,
        read: asJson(statusAnswer),
        judge: judgeFor(asked),
      },
      signal,
    );
    return picturesOf(asked, seen);
  };
  const addresses = await poll(look, polling, tools, signal);
  if (addresses === undefined) throw new InlayError('model.uncertain', { provider: spec.label, requestId: id });
  return addresses;
}

function judgeFor(asked: Asked): Question<unknown>['judge'] {
  return (failure) => outcomeOfVersely(asked, failure);
}
