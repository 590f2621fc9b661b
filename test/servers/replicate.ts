import { type Field, type Fields, claimKnown, claimMask, fieldsOf, readable, type Refuse, turnAway } from './fields';
import { formOf } from './form';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, writePicture } from './picture';
import type { Reply } from './reply';

export interface ReplicateOptions {
  readonly key: string;
  /** How often a prediction is looked at before it has ended. */
  readonly looks?: number;
  readonly paint?: (job: Job) => Picture;
  readonly ending?: 'pictures' | 'sensitive' | 'none' | 'failed' | 'aborted';
  /** Where a picture is said to lie, in place of where it does. */
  readonly fileAt?: string;
}

interface Prediction {
  readonly job: Job;
  readonly model: string;
  readonly input: Fields;
  looks: number;
  isCanceled: boolean;
}

/** Replicate on loopback: predictions of official models, files, cancelling. */
export async function startReplicate(options: ReplicateOptions): Promise<Running> {
  const { key, looks = 2, paint = giveBack, ending = 'pictures', fileAt } = options;
  const predictions = new Map<string, Prediction>();
  const stored = new Map<string, Uint8Array>();

  function create(request: Received, model: string, service: Running): Reply {
    const body = fieldsOf(request, bodyFields, refuse);
    const input = body['input'] as Fields;
    claimKnown(input, models[model], refuse);
    const id = `prediction${predictions.size + 1}`;
    const job = jobOf(model, input, (value) => fileIn(value, service));
    predictions.set(id, { job, model, input, looks: 0, isCanceled: false });
    return { status: 201, body: written(id, 'starting', service) };
  }

  function look(id: string, prediction: Prediction, service: Running): Reply {
    if (prediction.isCanceled) return { status: 200, body: written(id, 'canceled', service) };
    prediction.looks++;
    if (prediction.looks === looks) bill(id, service);
    if (prediction.looks <= looks) return { status: 200, body: { ...written(id, 'processing', service), logs } };
    return { status: 200, body: { ...written(id, statuses[ending], service), ...resultOf(id, prediction, service) } };
  }

  function bill(id: string, service: Running): void {
    if (ending !== 'failed' && ending !== 'aborted') service.billed.push({ id, dollars: 0.045 });
  }

  function resultOf(id: string, { job, input }: Prediction, service: Running): object {
    switch (ending) {
      case 'pictures': {
        const image = writePicture(paint(job));
        const count = Number(input['num_outputs'] ?? 1);
        const urls = Array.from({ length: count }, (_, i) => fileAt ?? service.putFile(`${id}-${i}.png`, image));
        return { output: 'num_outputs' in input ? urls : urls[0] };
      }
      case 'sensitive':
        return {
          error: 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)',
        };
      case 'none':
        return { output: [] };
      case 'failed':
        return { error: 'Prediction failed: CUDA out of memory' };
      case 'aborted':
        return {};
    }
  }

  function written(id: string, status: string, service: Running): object {
    const get = `${service.address}/v1/predictions/${id}`;
    const { model, input } = predictions.get(id) ?? {};
    return { id, model, input, status, output: null, error: null, logs: '', urls: { get, cancel: `${get}/cancel` } };
  }

  function store(request: Received, service: Running): Reply {
    const field = formOf(request).find(({ name }) => name === 'content');
    if (field?.type !== 'image/png') return turnAway(refuse, 'content', 'No picture');
    const id = `file${stored.size + 1}`;
    stored.set(id, field.bytes);
    return { status: 201, body: { id, size: field.bytes.length, urls: { get: `${service.address}/v1/files/${id}` } } };
  }

  function fileIn(value: unknown, { address }: Running): Uint8Array {
    const text = String(value);
    const lying = stored.get(text.replace(`${address}/v1/files/`, ''));
    if (lying !== undefined) return lying;
    if (!text.startsWith(uri)) return turnAway(refuse, 'input', 'Does not match format "uri"');
    return Buffer.from(text.slice(uri.length), 'base64');
  }

  return startServer({
    stageOf,
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['authorization'] !== `Bearer ${key}`)
        throw new TurnedAway({ status: 401, body: { title: 'Unauthenticated', detail: 'No valid token' } }, 'no key');
      const model = /^\/v1\/models\/([\w-]+\/[\w.-]+)\/predictions$/.exec(path)?.[1] ?? '';
      if (model in models && method === 'POST') return create(request, model, service);
      if (path === '/v1/files' && method === 'POST') return store(request, service);
      const [, file = ''] = /^\/v1\/files\/(\w+)$/.exec(path) ?? [];
      if (method === 'DELETE' && stored.delete(file)) return { status: 204 };
      const [, id = '', what] = /^\/v1\/predictions\/(\w+)(\/cancel)?$/.exec(path) ?? [];
      const prediction = predictions.get(id);
      if (prediction !== undefined && what === undefined && method === 'GET') return look(id, prediction, service);
      if (prediction !== undefined && what !== undefined && method === 'POST') {
        prediction.isCanceled = true;
        return { status: 200, body: written(id, 'canceled', service) };
      }
      return { status: 404, body: { detail: 'The requested resource could not be found.' } };
    },
  });
}

function stageOf({ path, method }: Received): string {
  if (path.startsWith('/v1/files')) return method === 'DELETE' ? 'forget' : 'upload';
  if (path.endsWith('/cancel')) return 'cancel';
  return path.startsWith('/v1/predictions') ? 'poll' : 'submit';
}

const logs = ' 50%|#####     | 14/28 [00:02<00:02,  6.9it/s]';
const statuses = {
  pictures: 'succeeded',
  none: 'succeeded',
  sensitive: 'failed',
  failed: 'failed',
  aborted: 'aborted',
} as const;
const uri = 'data:image/png;base64,';

const bodyFields: Readonly<Record<string, Field>> = { input: 'object', webhook: 'string' };

const shortRatios = ['match_input_image', '1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
const flux: Readonly<Record<string, Field>> = {
  ...{ prompt: 'string', input_images: 'pictures', aspect_ratio: ['custom', ...shortRatios], resolution: 'string' },
  ...{ width: 'integer', height: 'integer', safety_tolerance: 'integer', seed: 'integer', output_quality: 'integer' },
  output_format: ['webp', 'jpg', 'png'],
};
const banana: Readonly<Record<string, Field>> = {
  ...{ prompt: 'string', image_input: 'pictures', aspect_ratio: shortRatios },
  output_format: ['jpg', 'png'],
};
const laterBanana = { ...banana, resolution: ['1K', '2K', '4K'], safety_filter_level: 'string' } as const;
const fill: Readonly<Record<string, Field>> = {
  ...{ prompt: 'string', image: 'string', mask: 'string', seed: 'integer', guidance: 'number', outpaint: 'string' },
  output_format: ['jpg', 'png'],
};

/** Every field that a model knows. */
const models: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  'black-forest-labs/flux-2-pro': flux,
  'black-forest-labs/flux-2-max': flux,
  'black-forest-labs/flux-2-flex': { ...flux, prompt_upsampling: 'boolean', guidance: 'number', steps: 'integer' },
  'google/nano-banana': banana,
  'google/nano-banana-2': laterBanana,
  'google/nano-banana-pro': laterBanana,
  'black-forest-labs/flux-fill-pro': { ...fill, steps: 'integer', safety_tolerance: 'integer' },
  'black-forest-labs/flux-fill-dev': {
    ...{ ...fill, num_outputs: 'integer', disable_safety_checker: 'boolean' },
    megapixels: ['1', '0.25', 'match_input'],
  },
};

function jobOf(model: string, input: Fields, read: (value: unknown) => Uint8Array): Job {
  const { prompt } = input;
  if (typeof prompt !== 'string' || prompt === '') return turnAway(refuse, 'prompt', 'prompt is required');
  if (input['output_format'] !== 'png') turnAway(refuse, 'output_format', 'No PNG was asked for');
  const picture = (value: unknown, field: string) => readable(read(value), refuse, field);
  if ('image' in models[model]) {
    const source = picture(input['image'], 'image');
    const mask = picture(input['mask'], 'mask');
    claimMask(mask, source, refuse, 'mask');
    return { prompt, source, mask, references: [], width: source.width, height: source.height };
  }
  const list = (input['input_images'] ?? input['image_input'] ?? []) as readonly unknown[];
  const [source, ...references] = list.map((value) => picture(value, 'input_images'));
  const common = { prompt, source, references, mask: undefined };
  if ('image_input' in models[model]) {
    return { ...common, width: source?.width ?? 1024, height: source?.height ?? 1024 };
  }
  if (list.length > (model.endsWith('flex') ? 10 : 8)) turnAway(refuse, 'input_images', 'Too many');
  return { ...common, ...customSize(input, model.endsWith('flex') ? 32 : 16) };
}

function customSize({ aspect_ratio: ratio, width, height }: Fields, step: number) {
  if (ratio !== 'custom') turnAway(refuse, 'aspect_ratio', 'The size was left to chance');
  for (const side of [width, height]) {
    if (typeof side !== 'number' || side < 256 || side > 2048) turnAway(refuse, 'width', 'Not between 256 and 2048');
    else if (side % step !== 0) turnAway(refuse, 'width', `Would be rounded to a multiple of ${step}`);
  }
  return { width: Number(width), height: Number(height) };
}

const refuse: Refuse = (field, message) => ({
  status: 422,
  body: {
    ...{ title: 'Input validation failed', detail: `- input.${field}: ${message}\n`, status: 422 },
    invalid_fields: [{ type: 'invalid', field: `input.${field}`, description: message }],
  },
});
