import { InlayError } from '../base/errors';
import { comfyui as spec } from '../routing/catalog/comfyui';
import type { CallContext, ModelAnswer, ModelCall, ModelSpec, ModelWarning } from '../routing/model';
import { asJson } from './answer';
import { history, imagesOf, outcomeOfComfyUi, queue, queued, type StoredImage } from './comfyui/answers';
import type { Graph } from './comfyui/graph';
import { graphFor } from './comfyui/graphFor';
import { markOf } from './comfyui/markedGraph';
import { settledBy } from './comfyui/settledBy';
import { stop } from './comfyui/stop';
import { uploadPictures } from './comfyui/uploadPictures';
import type { Connection, Question } from './connection';
import { warningsFor } from './lacks';
import type { Asked } from './outcome';
import { decodePicture } from './pixels';
import { poll } from './poll';
import { asScanned, mostBytesOfPictures } from './scanned';
import type { Service, ServiceTools } from './service';
import { stoppable } from './stoppable';
import { unhurried } from './unhurried';

/** ComfyUI: pictures are laid down, a graph is checked and queued, and its history looked at until it has ended. */
export const comfyui: Service = {
  spec,
  /** The server itself knows no key: this is for a gateway before it. */
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
  const pictures = await uploadPictures(model, call, asked, connection, signal);
  const { width, height } = call.size;
  const { prompt, seed, strength } = call;
  const filled = graphFor(model, { prompt, seed, strength, width, height, ...pictures }, asked);
  const graph = await settledBy(filled.graph, asked, connection, signal);
  const { id, images } = await connection.occupy(async () => {
    const run = await enqueue(graph, asked, connection, signal);
    context.onRequestId?.(run);
    const made = await stoppable(
      () => imagesOfRun(run, graph, asked, connection, tools, context),
      (stopping) => stop(run, asked, connection, stopping),
      tools.pace,
    );
    return { id: run, images: made };
  }, signal);
  const opening = unhurried(context);
  const files = [];
  for (const image of images) files.push(await fetchImage(image, id, asked, connection, tools, opening.signal));
  return {
    images: await Promise.all(files.map((file) => decodePicture(file, spec.label, opening))),
    warnings: [...warningsOf(model, call), ...filled.warnings],
    requestId: id,
  };
}

/** The graphs for FLUX.2 begin from noise, whatever the strength. A graph of one's own has warned for itself. */
function warningsOf(model: ModelSpec, call: ModelCall): readonly ModelWarning[] {
  const isFromNoise = model.graph === undefined && model.wireId.startsWith('flux-2');
  return warningsFor(model, call, isFromNoise ? ['strength'] : []);
}

async function enqueue(graph: Graph, asked: Asked, connection: Connection, signal: AbortSignal): Promise<string> {
  const prompt = Object.fromEntries(
    Object.entries(graph).map(([id, { class_type, inputs }]) => [id, { class_type, inputs }]),
  );
  const body = JSON.stringify({ prompt, client_id: 'inlay' });
  const { prompt_id } = await connection.ask(
    {
      method: 'POST',
      address: '/prompt',
      body,
      charge: 'may-be',
      read: asJson(queued),
      judge: (failure) => outcomeOfComfyUi(asked, failure),
    },
    signal,
  );
  return prompt_id;
}

/** A server of one's own may take its time. */
const polling = { firstMs: 500, slowestMs: 1500, withinMs: 1_800_000 };
/** Between the queue and the history a run may be in neither for a moment. */
const mostMisses = 4;

/** The pictures of a run, as soon as it stands in the history. */
async function imagesOfRun(
  id: string,
  graph: Graph,
  asked: Asked,
  connection: Connection,
  tools: ServiceTools,
  { signal, onQueue }: CallContext,
): Promise<readonly StoredImage[]> {
  const about = {
    method: 'GET',
    charge: 'free',
    requestId: id,
    judge: (failure: Parameters<typeof outcomeOfComfyUi>[1]) => outcomeOfComfyUi(asked, failure),
    mostBytes: mostBytesOfHistory,
  } as const;
  const lost = () => new InlayError('model.uncertain', { provider: spec.label, requestId: id });
  let misses = 0;
  const look = async () => {
    const run = (await connection.ask({ ...about, address: `/history/${id}`, read: asScanned(history) }, signal))[id];
    if (run) return chosen(imagesOf(asked, run), graph, asked);
    const { running, pending } = await connection.ask({ ...about, address: '/queue', read: asScanned(queue) }, signal);
    misses = running.includes(id) || pending.includes(id) ? 0 : misses + 1;
    if (misses > mostMisses) throw lost();
    onQueue?.(pending.indexOf(id) + 1);
    return undefined;
  };
  const images = await poll(look, polling, tools, signal);
  if (images === undefined) throw lost();
  return images;
}

/** A run is kept with its whole graph, and the queue holds the graphs of all others. */
const mostBytesOfHistory = 20_000_000;

/** The pictures of the marked node, else those that are kept, else all. */
function chosen(
  images: ReadonlyMap<string, readonly StoredImage[]>,
  graph: Graph,
  { model }: Asked,
): readonly StoredImage[] {
  const marked = Object.entries(graph).flatMap(([id, each]) =>
    markOf(each) === 'result' ? (images.get(id) ?? []) : [],
  );
  const all = [...images.values()].flat();
  const kept = all.filter(({ type }) => type === 'output');
  const found = [marked, kept, all].find((some) => some.length > 0);
  if (!found) throw new InlayError('model.no-image', { model });
  return found;
}

/** What stands in the history is there, or it has been cleared away meanwhile. */
const fetching = { firstMs: 300, slowestMs: 1000, withinMs: 2000 };

async function fetchImage(
  { filename, subfolder, type }: StoredImage,
  requestId: string,
  asked: Asked,
  connection: Connection,
  tools: ServiceTools,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const query = Object.entries({ filename, subfolder, type }).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const question: Question<Uint8Array | undefined> = {
    method: 'GET',
    address: `/view?${query.join('&')}`,
    charge: 'free',
    requestId,
    accepts: [404],
    read: ({ status, bytes }) => (status === 404 ? undefined : bytes),
    judge: (failure) => outcomeOfComfyUi(asked, failure),
    mostBytes: mostBytesOfPictures,
  };
  const file = await poll(() => connection.ask(question, signal), fetching, tools, signal);
  if (file) return file;
  throw new InlayError('model.unusable-answer', {
    provider: spec.label,
    problem: 'gone: the server has cleared it away',
  });
}
