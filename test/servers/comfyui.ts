import { nodes, objectInfoOf } from './comfyui/nodes';
import { claimRuns, isEnd, jobIn, type SentGraph } from './comfyui/runGraph';
import { claimMask, readable, type Refuse } from './fields';
import { formOf } from './form';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, writePicture } from './picture';
import type { Reply } from './reply';

export interface ComfyUiOptions {
  /** How often a run is looked at before it has ended. */
  readonly looks?: number;
  readonly paint?: (job: Job) => Picture;
  readonly ending?: 'pictures' | 'none' | 'error' | 'interrupted';
  /** Whether it can stop a run by its name. */
  readonly age?: 'new' | 'old';
  /** Nodes that it does not have. */
  readonly without?: readonly string[];
}

interface Run {
  readonly graph: SentGraph;
  readonly job: Job;
  looks: number;
  isStopped: boolean;
}

/** ComfyUI on loopback: pictures, nodes, queue, history; it turns away what comes from another origin. */
export async function startComfyUi(options: ComfyUiOptions = {}): Promise<Running> {
  const { looks = 2, paint = giveBack, ending = 'pictures', age = 'new', without = [] } = options;
  const pictures = new Map<string, Picture>();
  const made = new Map<string, Uint8Array>();
  const runs = new Map<string, Run>();

  function upload(request: Received): Reply {
    const form = formOf(request);
    const text = (name: string) => String(form.find((field) => field.name === name)?.bytes ?? '');
    const file = form.find(({ name, fileName }) => name === 'image' && fileName !== undefined);
    if (file === undefined) return { status: 400 };
    const [type, subfolder] = [text('type') || 'input', text('subfolder')];
    const picture = readable(file.bytes, refuse, 'image');
    for (let count = 0; ; count++) {
      const name = count === 0 ? `${file.fileName}` : `${file.fileName}`.replace('.png', ` (${count}).png`);
      const place = `${subfolder === '' ? '' : `${subfolder}/`}${name}${type === 'input' ? '' : ` [${type}]`}`;
      if (pictures.has(place)) continue;
      pictures.set(place, picture);
      return { status: 200, body: { name, subfolder, type } };
    }
  }

  function enqueue({ body }: Received, service: Running): Reply {
    const { prompt: graph } = JSON.parse(body.toString('utf8')) as { readonly prompt: SentGraph };
    claimRuns(graph, pictures);
    const job = jobIn(graph, pictures);
    if (job.mask && job.source) claimMask(job.mask, job.source, refuse, 'mask');
    const id = `0000-${runs.size + 1}`;
    runs.set(id, { graph, job, looks: 0, isStopped: false });
    service.billed.push({ id, dollars: 0 });
    return { status: 200, body: { prompt_id: id, number: runs.size, node_errors: {} } };
  }

  function historyOf(id: string): Reply {
    const run = runs.get(id);
    if (run === undefined || run.isStopped || ++run.looks <= looks) return { status: 200, body: {} };
    return { status: 200, body: { [id]: { prompt: [1, id, run.graph, {}, []], ...endOf(id, run) } } };
  }

  function endOf(id: string, { graph, job }: Run): object {
    const done = { status_str: 'success', completed: true, messages: [] };
    switch (ending) {
      case 'pictures': {
        const entries = Object.entries(graph).filter(([, { class_type }]) => isEnd(class_type));
        const outputs = entries.map(([node, { class_type }]) => {
          const place = {
            filename: `${id} ${node}.png`,
            subfolder: '',
            type: class_type === 'SaveImage' ? 'output' : 'temp',
          };
          made.set(JSON.stringify(place), writePicture(paint(job)));
          return [node, { images: [place] }] as const;
        });
        return { outputs: Object.fromEntries(outputs), status: done };
      }
      case 'none':
        return { outputs: {}, status: done };
      case 'error': {
        const details = { node_type: 'KSampler', exception_message: 'Allocation on device' };
        return {
          outputs: {},
          status: { status_str: 'error', completed: false, messages: [['execution_error', details]] },
        };
      }
      case 'interrupted':
        return {
          outputs: {},
          status: { status_str: 'error', completed: false, messages: [['execution_interrupted', { prompt_id: id }]] },
        };
    }
  }

  function queueNow(): Reply {
    const waiting = [...runs].filter(([, run]) => !run.isStopped && run.looks <= looks);
    const items = waiting.map(([id, { graph }], i) => [i, id, graph, {}, []]);
    return { status: 200, body: { queue_running: items.slice(0, 1), queue_pending: items.slice(1) } };
  }

  function view({ query }: Received): Reply {
    const place = { filename: query.get('filename'), subfolder: query.get('subfolder'), type: query.get('type') };
    const file = made.get(JSON.stringify(place));
    return file === undefined ? { status: 404 } : { status: 200, body: file };
  }

  function stopRun(id: string): void {
    const run = runs.get(id);
    if (run !== undefined) run.isStopped = true;
  }

  function post(request: Received, service: Running): Reply {
    const { path } = request;
    if (path === '/upload/image') return upload(request);
    if (path === '/prompt') return enqueue(request, service);
    const [, id] = /^\/api\/jobs\/([\w-]+)\/cancel$/.exec(path) ?? [];
    if (id !== undefined && age === 'new') {
      stopRun(id);
      return { status: 200, body: { cancelled: true } };
    }
    if (path === '/queue') return { status: 200 };
    if (path === '/interrupt') {
      stopRun((JSON.parse(request.body.toString('utf8')) as { readonly prompt_id: string }).prompt_id);
      return { status: 200 };
    }
    return { status: 404 };
  }

  return startServer({
    stageOf,
    answer(request, service) {
      const { path, method, headers } = request;
      const { origin } = headers;
      if (origin !== undefined && new URL(origin).host !== headers['host'])
        throw new TurnedAway({ status: 403 }, `from the origin ${origin}`);
      if (method === 'POST') return post(request, service);
      const [, kind, rest = ''] = /^\/(object_info|history|queue|view)(?:\/([^/]+))?$/.exec(path) ?? [];
      const name = decodeURIComponent(rest);
      if (kind === 'object_info') return { status: 200, body: without.includes(name) ? {} : objectInfoOf(name) };
      if (kind === 'history') return historyOf(name);
      if (kind === 'queue') return queueNow();
      return kind === 'view' ? view(request) : { status: 404 };
    },
  });
}

/** The classes that it has. */
export const comfyUiNodes = Object.keys(nodes);

function stageOf({ path, method }: Received): string {
  if (path === '/prompt') return 'submit';
  if (path.startsWith('/history/')) return 'poll';
  if (path === '/view') return 'view';
  if (path.endsWith('/cancel') || path === '/interrupt') return 'cancel';
  if (path === '/queue' && method === 'GET') return 'queue';
  return method === 'POST' ? 'upload' : 'look';
}

const refuse: Refuse = (field, message) => ({
  status: 400,
  body: { error: { message, details: field }, node_errors: {} },
});
