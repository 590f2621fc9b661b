import { fieldsOf, type Field, type Fields, maskIn, pictureIn, type Refuse, turnAway } from './fields';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, writePicture } from './picture';
import type { Reply } from './reply';

export interface FalOptions {
  readonly key: string;
  /** How often a run is looked at before it has ended. */
  readonly looks?: number;
  readonly paint?: (job: Job) => Picture;
  /** How a run ends: with pictures, with all of them held back, without any, or with an error's status and body. */
  readonly ending?: 'pictures' | 'held back' | 'none' | Reply;
  /** Where a picture is said to lie, in place of where it does. */
  readonly fileAt?: string;
}

interface Run {
  readonly job: Job;
  readonly count: number;
  looks: number;
  isCancelled: boolean;
}

/** fal on loopback, as strict as its documentation: queue and storage, `Key`, 202 while a run waits or goes on. */
export async function startFal(options: FalOptions): Promise<Running> {
  const { key, looks = 2, paint = giveBack, ending = 'pictures', fileAt } = options;
  const runs = new Map<string, Run>();
  let uploads = 0;

  function submit(request: Received, service: Running): Reply {
    const app = request.path.slice(1);
    const fields = fieldsOf(request, apps[app], refuse);
    if (typeof fields['prompt'] !== 'string' || fields['prompt'] === '') turnAway(refuse, 'prompt', 'Field required');
    const id = `run-${runs.size + 1}`;
    const count = typeof fields['num_images'] === 'number' ? fields['num_images'] : 1;
    runs.set(id, { job: jobOf(app, fields), count, looks: 0, isCancelled: false });
    // what follows the owner and the name of an app is dropped
    const base = `${service.address}/${app.split('/').slice(0, 2).join('/')}/requests/${id}`;
    const urls = { response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` };
    return { status: 200, body: { status: 'IN_QUEUE', request_id: id, queue_position: 1, ...urls } };
  }

  function look(id: string, run: Run, service: Running): Reply {
    run.looks++;
    if (run.looks < looks) return { status: 202, body: { status: 'IN_QUEUE', request_id: id, queue_position: 1 } };
    if (run.looks === looks) {
      bill(id, run, service);
      return { status: 202, body: { status: 'IN_PROGRESS', request_id: id, logs: null } };
    }
    return { status: 200, body: { status: 'COMPLETED', request_id: id, metrics: { inference_time: 1.5 } } };
  }

  /** Errors of the service's own are not charged. */
  function bill(id: string, { count, isCancelled }: Run, service: Running): void {
    if (isCancelled || (typeof ending === 'object' && ending.status >= 500)) return;
    service.billed.push({ id, dollars: 0.04 * count });
  }

  function resultOf(id: string, { job, count, looks: seen }: Run, service: Running): Reply {
    if (seen <= looks) turnAway(refuse, 'request', 'It is still in progress');
    if (typeof ending === 'object') return ending;
    if (ending === 'none') return { status: 200, body: { images: [], description: 'I cannot do that.' } };
    const image = writePicture(paint(job));
    const images = Array.from({ length: count }, (_, i) => ({
      url: fileAt ?? service.putFile(`${id}-${i}.png`, image),
      content_type: 'image/png',
    }));
    const flags = ending === 'held back' ? { has_nsfw_concepts: images.map(() => true) } : {};
    return { status: 200, body: { images, seed: 7, ...flags } };
  }

  function cancel(run: Run): Reply {
    if (run.looks > looks) return { status: 400, body: { status: 'ALREADY_COMPLETED' } };
    run.isCancelled = true;
    return { status: 202, body: { status: 'CANCELLATION_REQUESTED' } };
  }

  function upload({ query, body }: Received, service: Running): Reply {
    if (query.get('storage_type') !== 'fal-cdn-v3') turnAway(refuse, 'storage_type', 'Not the one in use');
    const { content_type: type, file_name: name } = JSON.parse(body.toString('utf8')) as Fields;
    if (type !== 'image/png' || typeof name !== 'string') turnAway(refuse, 'content_type', 'Field required');
    const place = `upload-${++uploads}.png`;
    return {
      status: 200,
      body: { upload_url: `${service.files}/${place}?signature=0123`, file_url: `${service.files}/${place}` },
    };
  }

  return startServer({
    stageOf,
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['authorization'] !== `Key ${key}`)
        throw new TurnedAway({ status: 401, body: { detail: 'Authentication is required' } }, 'no key');
      if (path === '/storage/upload/initiate' && method === 'POST') return upload(request, service);
      const [, id = '', what = ''] = /^\/fal-ai\/[\w-]+\/requests\/([\w-]+)(?:\/(status|cancel))?$/.exec(path) ?? [];
      const run = runs.get(id);
      if (run !== undefined && what === 'status' && method === 'GET') return look(id, run, service);
      if (run !== undefined && what === 'cancel' && method === 'PUT') return cancel(run);
      if (run !== undefined && what === '' && method === 'GET') return resultOf(id, run, service);
      if (path.slice(1) in apps && method === 'POST') return submit(request, service);
      return { status: 404, body: { detail: 'Path not found' } };
    },
  });
}

function stageOf({ path }: Received): string {
  if (path.startsWith('/storage/')) return 'upload';
  if (path.endsWith('/status')) return 'poll';
  if (path.endsWith('/cancel')) return 'cancel';
  return path.includes('/requests/') ? 'result' : 'submit';
}

const common = {
  prompt: 'string',
  seed: 'integer',
  sync_mode: 'boolean',
  output_format: ['jpeg', 'png', 'webp'],
} as const;
const shortRatios = ['auto', '21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'];
const banana = { ...common, num_images: 'integer', safety_tolerance: 'string', limit_generations: 'boolean' } as const;
const flux = {
  ...common,
  image_size: 'object',
  safety_tolerance: 'string',
  enable_safety_checker: 'boolean',
  output_format: ['jpeg', 'png'],
} as const;
const open = { ...common, image_size: 'object', num_images: 'integer', enable_safety_checker: 'boolean' } as const;
const edits = { image_urls: 'pictures' } as const;

const resolution = ['1K', '2K', '4K'];
const twins: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  'fal-ai/nano-banana': { ...banana, aspect_ratio: shortRatios },
  'fal-ai/nano-banana-pro': { ...banana, aspect_ratio: shortRatios, resolution, enable_web_search: 'boolean' },
  'fal-ai/nano-banana-2': {
    ...banana,
    aspect_ratio: [...shortRatios, '4:1', '1:4', '8:1', '1:8'],
    resolution: ['0.5K', ...resolution],
    enable_web_search: 'boolean',
    thinking_level: ['minimal', 'high'],
  },
  'fal-ai/flux-2-pro': flux,
  'fal-ai/flux-2-max': flux,
  'fal-ai/flux-2-flex': { ...flux, guidance_scale: 'number', num_inference_steps: 'integer' },
  'fal-ai/flux-2': { ...open, guidance_scale: 'number', num_inference_steps: 'integer', acceleration: 'string' },
  'fal-ai/flux-2/klein/9b': open,
  'fal-ai/flux-2/klein/4b': open,
};

/** Every field that an app knows. */
const apps: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  ...twins,
  'fal-ai/flux-2/klein/4b/base': open,
  ...Object.fromEntries(Object.entries(twins).map(([app, fields]) => [`${app}/edit`, { ...fields, ...edits }])),
  'fal-ai/flux-pro/v1/fill': {
    ...{ ...common, image_url: 'string', mask_url: 'string', num_images: 'integer' },
    ...{ enhance_prompt: 'boolean', safety_tolerance: 'string' },
  },
};

const uri = 'data:image/png;base64,';

function jobOf(app: string, fields: Fields): Job {
  if (fields['output_format'] !== 'png') turnAway(refuse, 'output_format', 'No PNG was asked for');
  const prompt = String(fields['prompt']);
  if (app.endsWith('/fill')) {
    const source = pictureIn(fields['image_url'], uri, refuse, 'image_url');
    const mask = maskIn(fields['mask_url'], uri, source, refuse, 'mask_url');
    return { prompt, source, mask, references: [], width: source.width, height: source.height };
  }
  const urls = (fields['image_urls'] ?? []) as readonly unknown[];
  if (app.endsWith('/edit') && urls.length === 0) turnAway(refuse, 'image_urls', 'Field required');
  const [source, ...references] = urls.map((url) => pictureIn(url, uri, refuse, 'image_urls'));
  return { prompt, source, references, mask: undefined, ...sizeOf(app, fields, source) };
}

function sizeOf(app: string, fields: Fields, source: Picture | undefined) {
  if (app.includes('nano-banana')) {
    if (typeof fields['aspect_ratio'] !== 'string') turnAway(refuse, 'aspect_ratio', 'It was left to chance');
    return { width: source?.width ?? 1024, height: source?.height ?? 1024 };
  }
  const { width, height } = (fields['image_size'] ?? {}) as { readonly width?: number; readonly height?: number };
  const step = app.includes('/klein/') ? 8 : 16;
  for (const side of [width, height]) {
    if (side === undefined || !Number.isInteger(side)) return turnAway(refuse, 'image_size', 'Field required');
    if (side < 512 || side > 2048) turnAway(refuse, 'image_size', 'Not between 512 and 2048');
    if (side % step !== 0) turnAway(refuse, 'image_size', `Not a multiple of ${step}`);
  }
  return { width: width ?? 0, height: height ?? 0 };
}

const refuse: Refuse = (field, message) => ({
  status: 422,
  body: { detail: [{ loc: ['body', field], msg: message, type: 'value_error' }] },
});
