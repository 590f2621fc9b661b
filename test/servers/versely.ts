import { type Field, type Fields, fieldsOf, readable, type Refuse, turnAway } from './fields';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, writePicture } from './picture';
import type { Reply } from './reply';

export interface VerselyOptions {
  readonly key: string;
  /** Links to pictures are fetched from here only: public ones, as it were. */
  readonly publicLinks: string;
  /** The names that the models have today. */
  readonly names?: readonly string[];
  readonly looks?: number;
  readonly paint?: (job: Job) => Picture;
  readonly ending?: 'pictures' | 'none' | 'failed' | 'flagged' | 'failed at once';
  readonly fileAt?: string;
}

interface Kept {
  readonly job: Job;
  readonly count: number;
  looks: number;
}

/** Versely on loopback: models by display name, pictures by link, a job to be looked at. */
export async function startVersely(options: VerselyOptions): Promise<Running> {
  const { key, publicLinks, looks = 1, paint = giveBack, ending = 'pictures', fileAt } = options;
  const names = options.names ?? ['Nano Banana Edit', 'Nano Banana 2', 'Flux 2 Edit'];
  const jobs = new Map<string, Kept>();

  async function submit(request: Received, service: Running): Promise<Reply> {
    const fields = fieldsOf(request, { ...known, model: names }, refuse);
    const job = await jobOf(fields);
    const id = `job-${jobs.size + 1}`;
    const count = Number(fields['num_images'] ?? 1);
    if (ending === 'failed at once') return { status: 200, body: listed([], [{ error: 'Flagged by moderation' }]) };
    jobs.set(id, { job, count, looks: 0 });
    service.billed.push({ id, dollars: 0.4 });
    const data = { requestId: id, status: 'IN_QUEUE', queuePosition: 0, model: fields['model'], recordId: 1 };
    return { status: 200, body: listed([{ success: true, data }], []) };
  }

  async function jobOf(fields: Fields): Promise<Job> {
    const { prompt, images = [], aspect_ratio: ratio } = fields;
    if (typeof prompt !== 'string' || prompt === '') return turnAway(refuse, 'prompt', 'Prompt is required');
    if (ratio === undefined) turnAway(refuse, 'aspect_ratio', 'The ratio was left to chance');
    const pictures: Picture[] = [];
    for (const link of images as readonly string[]) {
      if (!link.startsWith(publicLinks)) turnAway(refuse, 'images', 'Images must be public URLs');
      pictures.push(readable(new Uint8Array(await (await fetch(link)).arrayBuffer()), refuse, 'images'));
    }
    const [source, ...references] = pictures;
    const size = { width: source?.width ?? 1024, height: source?.height ?? 768 };
    return { prompt, source, references, mask: undefined, ...size };
  }

  function look(id: string, kept: Kept, service: Running): Reply {
    const common = { success: true, type: 'image', model: 'Nano Banana Edit' };
    if (++kept.looks <= looks) return { status: 200, body: { ...common, status: 'generating' } };
    switch (ending) {
      case 'pictures': {
        const image = writePicture(paint(kept.job));
        const place = (_: unknown, i: number) => fileAt ?? service.putFile(`${id}-${i}.png`, image);
        const urls = Array.from({ length: kept.count }, place);
        return { status: 200, body: { ...common, status: 'completed', result_url: urls[0], result_urls: urls } };
      }
      case 'none':
        return { status: 200, body: { ...common, status: 'completed', result_url: null, result_urls: [] } };
      case 'failed':
      case 'failed at once':
        return { status: 200, body: { ...common, status: 'failed' } };
      case 'flagged':
        return { status: 200, body: { ...common, status: 'failed', error: 'The picture was flagged as sensitive' } };
    }
  }

  return startServer({
    stageOf,
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['authorization'] !== `Bearer ${key}`)
        throw new TurnedAway({ status: 401, body: { success: false, error: 'Invalid API key' } }, 'no key');
      if (method === 'GET' && path === '/api/v1/ai-models/images')
        return { status: 200, body: { success: true, data: names.map((name) => ({ name })) } };
      if (method === 'POST' && path === '/api/v1/generate/image') return submit(request, service);
      const [, id = ''] = /^\/api\/v1\/status\/([\w-]+)$/.exec(path) ?? [];
      const kept = jobs.get(id);
      if (method === 'GET' && kept !== undefined) return look(id, kept, service);
      return { status: 404, body: { success: false, error: 'Not found' } };
    },
  });
}

function stageOf({ path }: Received): string {
  if (path.startsWith('/api/v1/status/')) return 'poll';
  return path.endsWith('/generate/image') ? 'submit' : 'look';
}

const known: Readonly<Record<string, Field>> = {
  ...{ prompt: 'string', num_images: 'integer', images: 'pictures', style: 'string' },
  aspect_ratio: ['1:1', '16:9', '9:16', '4:3', '3:4'],
};

function listed(successful: readonly object[], failed: readonly object[]): object {
  const [successCount, failCount] = [successful.length, failed.length];
  return { success: true, data: { successful, failed, total: successCount + failCount, successCount, failCount } };
}

const refuse: Refuse = (field, message) => ({ status: 422, body: { success: false, error: `${field}: ${message}` } });
