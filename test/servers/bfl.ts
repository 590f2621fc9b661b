import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, readPicture, writePicture } from './picture';
import type { Reply } from './reply';

export interface BflOptions {
  readonly key: string;
  /** How often a job is looked at before it is ready. */
  readonly looks?: number;
  /** What the service paints; by itself it gives back the source, at the size asked for. */
  readonly paint?: (asked: BflJob) => Picture;
  /** Where the picture is said to lie, in place of where it does. */
  readonly fileAt?: string;
  /** How a job ends. */
  readonly ending?: 'Ready' | 'Request Moderated' | 'Content Moderated' | 'Error' | 'Task not found';
}

/** What was asked of the service. */
export interface BflJob extends Job {
  readonly route: string;
}

interface Kept {
  readonly job: BflJob;
  looks: number;
}

/** Black Forest Labs on loopback, as strict as its documentation: jobs by path, `x-key`, polling, links to files. */
export async function startBfl({
  key,
  looks = 1,
  paint = giveBack,
  fileAt,
  ending = 'Ready',
}: BflOptions): Promise<Running> {
  const jobs = new Map<string, Kept>();

  function submit(request: Received, service: Running): Reply {
    const job = jobFrom(request);
    const id = `job-${jobs.size + 1}`;
    jobs.set(id, { job, looks: 0 });
    const cost = 4.5;
    if (ending !== 'Request Moderated') service.billed.push({ id, dollars: cost / 100 });
    const polling = `${service.address}/v1/get_result?id=${id}&region=eu`;
    return { status: 200, body: { id, polling_url: polling, cost, input_mp: 1, output_mp: 1 } };
  }

  function look(request: Received, service: Running): Reply {
    const id = request.query.get('id') ?? '';
    if (request.query.get('region') !== 'eu') turnAway('polling_url was not used as it stands');
    const kept = jobs.get(id);
    if (kept === undefined) return { status: 404, body: { detail: 'Task not found' } };
    if (++kept.looks <= looks) return { status: 200, body: { id, status: 'Pending', result: null, progress: 0.5 } };
    if (ending !== 'Ready') {
      return { status: 200, body: { id, status: ending, result: null, details: { 'Moderation Reasons': ['Nudity'] } } };
    }
    const sample = fileAt ?? service.putFile(`${id}.png`, writePicture(paint(kept.job)));
    return { status: 200, body: { id, status: 'Ready', result: { sample, prompt: kept.job.prompt, seed: 1 } } };
  }

  return startServer({
    stageOf: ({ path }) => (path === '/v1/get_result' ? 'poll' : 'submit'),
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['x-key'] !== key) {
        throw new TurnedAway({ status: 403, body: { detail: 'Not authenticated - Invalid Authentication' } }, 'no key');
      }
      if (path === '/v1/get_result' && method === 'GET') return look(request, service);
      if (path in routes && method === 'POST') return submit(request, service);
      return { status: 404, body: { detail: 'Not Found' } };
    },
  });
}

type Field = 'string' | 'integer' | 'boolean' | 'number';

const common = {
  prompt: 'string',
  seed: 'integer',
  safety_tolerance: 'integer',
  output_format: 'string',
  webhook_url: 'string',
  webhook_secret: 'string',
} as const;
const sized = { ...common, width: 'integer', height: 'integer' } as const;
const images = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [i === 0 ? 'input_image' : `input_image_${i + 1}`, 'string' as const]),
  );

/** Every field that a route knows; the service refuses others. */
const routes: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  '/v1/flux-2-pro': { ...sized, ...images(8), disable_pup: 'boolean' },
  '/v1/flux-2-max': { ...sized, ...images(8), disable_pup: 'boolean' },
  '/v1/flux-2-flex': { ...sized, ...images(8), prompt_upsampling: 'boolean', guidance: 'number', steps: 'integer' },
  '/v1/flux-2-klein-4b': { ...sized, ...images(4) },
  '/v1/flux-2-klein-9b': { ...sized, ...images(4) },
  '/v1/flux-pro-1.0-fill': {
    ...{ ...common, image: 'string', mask: 'string', steps: 'integer', guidance: 'number' },
    prompt_upsampling: 'boolean',
  },
  '/v1/flux-tools/erase-v1': {
    ...{ image: 'string', mask: 'string', dilate_pixels: 'integer', seed: 'integer' },
    ...{ safety_tolerance: 'integer', output_format: 'string' },
  },
};

const mostPixels = 4_000_000;

function jobFrom({ path, body, headers }: Received): BflJob {
  if (!headers['content-type']?.startsWith('application/json')) turnAway('the body is not said to be JSON');
  const fields = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) judgeField(name, value, routes[path][name]);
  const { prompt = '', width = 0, height = 0, output_format: format } = fields;
  if (format !== 'png') turnAway('no PNG was asked for');
  const picture = (name: string) => pictureFrom(name, fields[name]);
  const isMasked = 'image' in routes[path];
  const names = Object.keys(fields).filter((name) => name.startsWith('input_image'));
  names.forEach((name, i) => {
    if (name !== (i === 0 ? 'input_image' : `input_image_${i + 1}`)) turnAway(`${name} is out of order`);
  });
  const [first, ...references] = names.map((name) => readPicture(asBytes(fields[name])));
  const source = isMasked ? picture('image') : first;
  const job = {
    route: path,
    prompt: String(prompt),
    references,
    mask: isMasked ? maskFrom(fields['mask'], source) : undefined,
  };
  if (isMasked) return { ...job, source, width: source?.width ?? 0, height: source?.height ?? 0 };
  if (prompt === '') invalid('prompt', 'Field required');
  judgeSize(Number(width), Number(height));
  return { ...job, source, width: Number(width), height: Number(height) };
}

function judgeField(name: string, value: unknown, type: Field | undefined): void {
  if (type === undefined) invalid(name, 'Extra inputs are not permitted');
  const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type;
  if (!fits) invalid(name, `Input should be a valid ${type}`);
}

function judgeSize(width: number, height: number): void {
  if (width < 64 || height < 64) invalid('width', 'Input should be greater than or equal to 64');
  if (width % 16 !== 0 || height % 16 !== 0) invalid('width', 'Input should be a multiple of 16');
  if (width * height > mostPixels) invalid('width', 'The picture is larger than 4 megapixels');
}

function pictureFrom(name: string, value: unknown): Picture {
  try {
    const picture = readPicture(asBytes(value));
    if (picture.channels !== 3) throw new Error('alpha');
    return picture;
  } catch {
    return invalid(name, 'The image is no opaque RGB picture in raw base64');
  }
}

/** White is painted anew; the mask has the picture's size and no alpha. */
function maskFrom(value: unknown, source: Picture | undefined): Picture {
  const mask = readPicture(asBytes(value));
  if (mask.width !== source?.width || mask.height !== source.height) invalid('mask', 'The mask has another size');
  if (mask.channels === 2 || mask.channels === 4) invalid('mask', 'The mask has alpha');
  if (mask.data.every((level) => level === 0)) invalid('mask', 'Nothing is white in the mask');
  return mask;
}

function asBytes(value: unknown): Uint8Array {
  if (typeof value !== 'string' || !/^[\w+/]+=*$/.test(value)) return invalid('image', 'No raw base64');
  return new Uint8Array(Buffer.from(value, 'base64'));
}

function invalid(field: string, message: string): never {
  throw new TurnedAway(
    { status: 422, body: { detail: [{ loc: ['body', field], msg: message, type: 'value_error' }] } },
    `${field}: ${message}`,
  );
}

function turnAway(complaint: string): never {
  throw new TurnedAway({ status: 400, body: { error: 'bad_request', message: complaint } }, complaint);
}
