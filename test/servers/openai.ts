import { fieldsOf, type Field, type Refuse, claimMask, readable, turnAway } from './fields';
import { type FormField, formOf } from './form';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, writePicture } from './picture';
import type { Reply } from './reply';

export type OpenAiKind = 'openai' | 'sd-server' | 'vllm-omni' | 'sglang' | 'localai';

export interface OpenAiOptions {
  readonly key: string;
  /** Which server it is: each has its own fields and its own mask. */
  readonly kind?: OpenAiKind;
  readonly paint?: (job: Job) => Picture;
  readonly ending?: 'pictures' | 'none' | 'refused' | 'failed';
  /** Whether pictures come within the answer or at a path of the server. */
  readonly pictures?: 'within' | 'linked';
}

/** The protocol of OpenAI's images on loopback, as it is spoken by the service itself and by servers of one's own. */
export async function startOpenAi(options: OpenAiOptions): Promise<Running> {
  const { key, kind = 'openai', paint = giveBack, ending = 'pictures', pictures = 'within' } = options;
  const server = servers[kind];
  const kept = new Map<string, Uint8Array>();
  let count = 0;

  function answerTo(job: Job, variants: number, service: Running): Reply {
    if (ending === 'refused') return errorReply(400, 'moderation_blocked', 'Rejected by the safety system.');
    if (ending === 'failed') return errorReply(500, 'server_error', 'The server had an error.');
    service.billed.push({ id: `request-${++count}`, dollars: kind === 'openai' ? 0.04 * variants : 0 });
    const image = writePicture(paint(job));
    const data = Array.from({ length: ending === 'none' ? 0 : variants }, () => shown(image));
    return { status: 200, body: { created: 1763980000, data, output_format: 'png' } };
  }

  function shown(image: Uint8Array): object {
    if (pictures === 'within') return { b64_json: Buffer.from(image).toString('base64') };
    const path = `/v1/images/${kept.size + 1}/content`;
    kept.set(path, image);
    return { url: path };
  }

  return startServer({
    stageOf: ({ method }) => (method === 'GET' ? 'view' : 'submit'),
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['authorization'] !== `Bearer ${key}`)
        throw new TurnedAway(errorReply(401, 'invalid_api_key', 'Incorrect API key provided.'), 'no key');
      const image = kept.get(path);
      if (method === 'GET' && image !== undefined) return { status: 200, body: image };
      if (method === 'POST' && path === server.edits) {
        const { job, variants } = editFrom(request, server);
        return answerTo(job, variants, service);
      }
      if (method === 'POST' && path === '/v1/images/generations') {
        const fields = fieldsOf(request, { ...server.texts, moderation: 'string' }, refuse);
        const texts = new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]));
        const job = { ...wordsOf(texts, server), source: undefined, mask: undefined, references: [] };
        return answerTo(job, Number(texts.get('n') ?? 1), service);
      }
      return errorReply(404, 'unknown_url', `Unknown request URL: ${method} ${path}`);
    },
  });
}

interface Server {
  readonly edits: string;
  /** Fields of text; others are refused. */
  readonly texts: Readonly<Record<string, Field>>;
  readonly image: (count: number) => string;
  readonly mask: { readonly kind: 'none' } | { readonly kind: 'clear' | 'white'; readonly field: string };
  readonly needsModel: boolean;
  /** What has to ask for PNG within the answer. */
  readonly asks: Readonly<Record<string, string>>;
}

const common: Readonly<Record<string, Field>> = { model: 'string', prompt: 'string', n: 'integer', size: 'string' };
const own = { edits: '/v1/images/edits', needsModel: false } as const;

const servers: Readonly<Record<OpenAiKind, Server>> = {
  openai: {
    ...own,
    texts: {
      ...{ ...common, quality: 'string', background: 'string', input_fidelity: 'string', user: 'string' },
      ...{ output_format: ['png', 'jpeg', 'webp'], output_compression: 'integer' },
    },
    image: (count) => (count > 1 ? 'image[]' : 'image'),
    mask: { kind: 'clear', field: 'mask' },
    needsModel: true,
    asks: { output_format: 'png' },
  },
  'sd-server': {
    ...own,
    texts: { ...common, output_format: ['png', 'jpeg'], output_compression: 'integer' },
    image: () => 'image[]',
    mask: { kind: 'white', field: 'mask' },
    asks: { output_format: 'png' },
  },
  'vllm-omni': {
    ...own,
    texts: {
      ...{ ...common, response_format: ['b64_json'], negative_prompt: 'string', num_inference_steps: 'integer' },
      ...{ guidance_scale: 'number', true_cfg_scale: 'number', seed: 'integer' },
    },
    image: () => 'image',
    mask: { kind: 'white', field: 'mask_image' },
    asks: { response_format: 'b64_json' },
  },
  sglang: {
    ...own,
    texts: { ...common, response_format: ['b64_json', 'url'] },
    image: () => 'image',
    mask: { kind: 'none' },
    asks: {},
  },
  localai: {
    ...own,
    edits: '/v1/images/inpainting',
    texts: { ...common, response_format: ['b64_json', 'url'] },
    image: () => 'image',
    mask: { kind: 'white', field: 'mask' },
    asks: { response_format: 'b64_json' },
  },
};

function editFrom(request: Received, server: Server): { readonly job: Job; readonly variants: number } {
  const form = formOf(request);
  const files = form.filter(({ fileName }) => fileName !== undefined);
  const texts = new Map(form.filter((each) => !files.includes(each)).map(({ name, bytes }) => [name, String(bytes)]));
  for (const name of texts.keys()) if (!(name in server.texts)) turnAway(refuse, name, 'Unknown parameter');
  if (texts.has('input_fidelity') && !texts.get('model')?.startsWith('gpt-image-1'))
    turnAway(refuse, 'input_fidelity', 'Not supported by this model');
  if (texts.size + files.length !== form.length) turnAway(refuse, 'form', 'A field came twice');
  for (const [name, value] of Object.entries(server.asks)) {
    if (texts.get(name) !== value) turnAway(refuse, name, `Not ${value}`);
  }
  const [source, ...references] = picturesIn(files, server);
  return {
    job: { ...wordsOf(texts, server), source, references, mask: maskIn(files, server, source) },
    variants: Number(texts.get('n') ?? 1),
  };
}

function picturesIn(files: readonly FormField[], { mask, image }: Server): readonly [Picture, ...Picture[]] {
  const images = files.filter(({ name }) => mask.kind === 'none' || name !== mask.field);
  const pictures = images.map(({ name, bytes, type }) => {
    if (type !== 'image/png') turnAway(refuse, name, 'Unsupported mimetype');
    if (name !== image(images.length)) turnAway(refuse, name, `Unknown parameter, it is ${image(images.length)}`);
    return readable(bytes, refuse, name);
  });
  const [source, ...references] = pictures;
  return source === undefined ? turnAway(refuse, 'image', 'Missing required parameter') : [source, ...references];
}

function maskIn(files: readonly FormField[], { mask }: Server, source: Picture): Picture | undefined {
  if (mask.kind === 'none') return undefined;
  const [file] = files.filter(({ name }) => name === mask.field);
  if (file === undefined) return undefined;
  const picture = readable(file.bytes, refuse, mask.field);
  if (mask.kind === 'clear') return whiteWhereClear(picture, file.bytes.length, source);
  claimMask(picture, source, refuse, mask.field);
  return picture;
}

/** The service's own mask has alpha, and none of it is where the picture is made anew. */
function whiteWhereClear({ width, height, channels, data }: Picture, bytes: number, source: Picture): Picture {
  if (channels !== 4) turnAway(refuse, 'mask', 'Mask image missing alpha channel');
  if (bytes > 4_000_000) turnAway(refuse, 'mask', 'Larger than 4 MB');
  const levels = Uint8Array.from({ length: width * height }, (_, i) => 255 - data[i * 4 + 3]);
  const mask = { width, height, channels: 1, data: levels };
  claimMask(mask, source, refuse, 'mask');
  return mask;
}

function wordsOf(texts: ReadonlyMap<string, string>, { needsModel }: Server) {
  const prompt = texts.get('prompt') ?? '';
  if (prompt === '') turnAway(refuse, 'prompt', 'Missing required parameter');
  if (needsModel && !texts.has('model')) turnAway(refuse, 'model', 'Missing required parameter');
  const [, width, height] = /^(\d+)x(\d+)$/.exec(texts.get('size') ?? '') ?? [];
  if (width === undefined || height === undefined) return turnAway(refuse, 'size', 'The size was left to chance');
  const size = { width: Number(width), height: Number(height) };
  if (size.width % 16 !== 0 || size.height % 16 !== 0) turnAway(refuse, 'size', 'Not divisible by 16');
  if (Math.max(size.width / size.height, size.height / size.width) > 3) turnAway(refuse, 'size', 'Too long');
  return { prompt, ...size };
}

function errorReply(status: number, code: string, message: string, param: string | null = null): Reply {
  return { status, body: { error: { message, type: 'invalid_request_error', param, code } } };
}

const refuse: Refuse = (field, message) => errorReply(400, 'invalid_value', message, field);
