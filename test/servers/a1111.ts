import { type Field, fieldsOf, maskIn, pictureIn, type Refuse, turnAway } from './fields';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, writePicture } from './picture';
import type { Reply } from './reply';

export interface A1111Options {
  /** `user:password`. */
  readonly key: string;
  readonly paint?: (job: Job) => Picture;
  readonly ending?: 'pictures' | 'none' | 'out of memory' | 'refused';
  /** How long the work takes, in ms. */
  readonly workMs?: number;
}

/** A1111 on loopback with `--api`: one request for the pictures, others for how far they are and to interrupt. */
export async function startA1111(options: A1111Options): Promise<Running> {
  const { key, paint = giveBack, ending = 'pictures', workMs = 0 } = options;
  let under = 0;
  let count = 0;

  async function work(request: Received, service: Running): Promise<Reply> {
    const { job, variants } = jobOf(request);
    under++;
    await new Promise((resolve) => setTimeout(resolve, workMs));
    under--;
    if (ending === 'out of memory') {
      const body = { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory.' };
      return { status: 500, body };
    }
    if (ending === 'refused') return { status: 422, body: { detail: 'Not allowed by the censor extension' } };
    service.billed.push({ id: `request-${++count}`, dollars: 0 });
    const image = Buffer.from(writePicture(paint(job))).toString('base64');
    const each = Array.from({ length: ending === 'none' ? 0 : variants }, () => image);
    // several come with a sheet that shows them all
    const images = variants > 1 ? [image, ...each] : each;
    return {
      status: 200,
      body: { images, parameters: {}, info: JSON.stringify({ index_of_first_image: variants > 1 ? 1 : 0 }) },
    };
  }

  return startServer({
    stageOf,
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['authorization'] !== `Basic ${Buffer.from(key).toString('base64')}`)
        throw new TurnedAway({ status: 401, body: { detail: 'Incorrect username or password' } }, 'no key');
      if (method === 'POST' && path in routes) return work(request, service);
      if (method === 'GET' && path === '/sdapi/v1/progress') {
        if (request.query.get('skip_current_image') !== 'true') turnAway(refuse, 'progress', 'A picture was asked for');
        return {
          status: 200,
          body: { progress: under > 0 ? 0.5 : 0, eta_relative: 1, state: {}, current_image: null },
        };
      }
      if (method === 'POST' && path === '/sdapi/v1/interrupt') return { status: 200, body: {} };
      return { status: 404, body: { detail: 'Not Found' } };
    },
  });
}

function stageOf({ path }: Received): string {
  if (path.endsWith('/progress')) return 'progress';
  return path.endsWith('/interrupt') ? 'cancel' : 'submit';
}

const words: Readonly<Record<string, Field>> = {
  ...{ prompt: 'string', negative_prompt: 'string', steps: 'integer', cfg_scale: 'number', sampler_name: 'string' },
  ...{ seed: 'integer', width: 'integer', height: 'integer', batch_size: 'integer', n_iter: 'integer' },
  ...{ override_settings: 'object', scheduler: 'string' },
};

const routes: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  '/sdapi/v1/txt2img': words,
  '/sdapi/v1/img2img': {
    ...{ ...words, init_images: 'pictures', mask: 'string', mask_blur: 'integer', resize_mode: 'integer' },
    ...{ inpainting_mask_invert: 'integer', inpainting_fill: 'integer', inpaint_full_res: 'boolean' },
    ...{ inpaint_full_res_padding: 'integer', denoising_strength: 'number' },
  },
};

function jobOf(request: Received): { readonly job: Job; readonly variants: number } {
  const fields = fieldsOf(request, routes[request.path], refuse);
  const { prompt, width, height, batch_size: variants = 1 } = fields;
  const size = { width: Number(width), height: Number(height) };
  if (size.width % 8 !== 0 || size.height % 8 !== 0) turnAway(refuse, 'width', 'Not a multiple of 8');
  const common = { ...size, prompt: String(prompt), references: [] };
  const asked = { variants: Number(variants) };
  if (request.path.endsWith('txt2img')) return { job: { ...common, source: undefined, mask: undefined }, ...asked };
  const [first] = (fields['init_images'] ?? []) as readonly unknown[];
  const source = pictureIn(first, '', refuse, 'init_images');
  if (fields['mask'] === undefined) return { job: { ...common, source, mask: undefined }, ...asked };
  const mask = maskIn(fields['mask'], '', source, refuse, 'mask');
  if (fields['inpainting_mask_invert'] !== 0) turnAway(refuse, 'inpainting_mask_invert', 'White would be kept');
  if (fields['mask_blur'] !== 0) turnAway(refuse, 'mask_blur', 'The mask would grow soft');
  return { job: { ...common, source, mask }, ...asked };
}

const refuse: Refuse = (field, message) => ({
  status: 422,
  body: { detail: [{ loc: ['body', field], msg: message, type: 'value_error' }] },
});
