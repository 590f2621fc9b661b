import { comfyuiModels } from '../../../src/routing/catalog/comfyui';
import { startComfyUi } from '../../servers/comfyui';
import { aCall, aCallFromNothing, aReference } from '../../support/aModelCall';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import { comfyui, mask } from './services/comfyui';
import { answered, attempt, begin } from './trial';

keepsItsHead(comfyui);

it.each([
  ['comfyui-flux-2-edit', aCall({ references: [aReference('bottle')] })],
  ['comfyui-flux-2-edit', aCallFromNothing()],
  ['comfyui-flux-2-masked', aCall({ mask, references: [aReference('bottle'), aReference('label')] })],
  ['comfyui-flux-fill', aCall({ mask })],
  ['comfyui-qwen-edit', aCall({ references: [aReference('bottle')] })],
])('the graph of %s runs', async (id, call) => {
  const served = { ...comfyui, spec: modelNamed(comfyuiModels, id), call };
  const { server, end, error } = await answered(served, () => startComfyUi());
  expect(server.complaints).toEqual([]);
  expect(error).toBeUndefined();
  expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
});

it('says which node the server lacks, before anything is queued', async () => {
  const { server, end, error } = await answered(comfyui, () => startComfyUi({ without: ['DifferentialDiffusion'] }));
  expect(end).toBe('model.invalid-input');
  expect(error).toMatchObject({ details: { says: 'it has no node DifferentialDiffusion' } });
  expect(server.billed).toEqual([]);
});

it('names the switch that lets a panel in', async () => {
  const { server, error } = await answered(comfyui, async () => {
    const started = await startComfyUi();
    started.faults.add('upload', { kind: 'reply', reply: { status: 403 } });
    return started;
  });
  expect(error).toMatchObject({ code: 'net.foreign-origin' });
  expect(JSON.stringify(error)).toContain('--enable-cors-header');
  expect(server.billed).toEqual([]);
});

it('interrupts a run on an older server only while it is ours that runs', async () => {
  const server = await begin(() => startComfyUi({ age: 'old', looks: 1000 }));
  const cancelling = new AbortController();
  const trying = attempt(comfyui, server, { signal: cancelling.signal, onRequestId: () => cancelling.abort() });
  expect((await trying).end).toBe('cancelled');
  const posts = server.log.filter(({ method }) => method === 'POST').map(({ path }) => path);
  expect(posts.slice(-3)).toEqual(['/api/jobs/0000-1/cancel', '/queue', '/interrupt']);
});

it('tells the place in the queue, and that the work has begun', async () => {
  const server = await begin(() => startComfyUi({ looks: 3 }));
  const queue = {
    queue_running: [[1, 'a1']],
    queue_pending: [
      [3, '0000-1'],
      [2, 'b2'],
    ],
  };
  server.faults.add('queue', { kind: 'reply', reply: { status: 200, body: queue } }, 1);
  const places: number[] = [];
  await attempt(comfyui, server, { onQueue: (place) => places.push(place) });
  expect(places.slice(0, 2)).toEqual([2, 0]);
});

it('looks only briefly for a picture that is not there', async () => {
  const server = await begin(() => startComfyUi());
  server.faults.add('view', { kind: 'reply', reply: { status: 404 } });
  const { end } = await attempt(comfyui, server);
  expect(end).toBe('model.unusable-answer');
  expect(server.log.filter(({ stage }) => stage === 'view').length).toBeLessThanOrEqual(5);
});

describe('a graph of one’s own', () => {
  const loader = (title: string) => ({ class_type: 'LoadImage', inputs: { image: 'example.png' }, _meta: { title } });
  const graph = {
    3: { class_type: 'RandomNoise', inputs: { noise_seed: 1 }, _meta: { title: 'inlay:seed' } },
    5: loader('Inlay: source'),
    6: loader('inlay:reference 1'),
    7: {
      class_type: 'LoadImageMask',
      inputs: { image: 'example.png', channel: 'red' },
      _meta: { title: 'inlay:mask' },
    },
    8: { class_type: 'CLIPLoader', inputs: { clip_name: 'clip_l.safetensors', type: 'sd3' } },
    9: { class_type: 'CLIPTextEncode', inputs: { clip: ['8', 0], text: 'old' }, _meta: { title: 'inlay:prompt' } },
    10: {
      class_type: 'SaveImage',
      inputs: { images: ['5', 0], filename_prefix: 'x' },
      _meta: { title: 'inlay:result' },
    },
    11: { class_type: 'PreviewImage', inputs: { images: ['6', 0] } },
  };
  const own = { ...modelNamed(comfyuiModels, 'comfyui-flux-2-masked'), id: 'mine', wireId: 'mine', graph };

  it('is filled by its marks, and its marked result comes back', async () => {
    const call = aCall({ mask, references: [aReference('bottle')], strength: 0.5 });
    const { server, end } = await answered({ ...comfyui, spec: own, call }, () => startComfyUi());
    expect(server.complaints).toEqual([]);
    expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
    expect(JSON.stringify(end)).toContain('takes no strength: its graph has no inlay:strength.');
    const sent = JSON.parse(String(server.log.find(({ stage }) => stage === 'submit')?.body)) as {
      prompt: typeof graph;
    };
    expect(sent.prompt[9].inputs.text).toBe('Make the sky red.');
    expect(sent.prompt[3].inputs.noise_seed).toBe(7);
    expect(sent.prompt[5].inputs.image).toBe('inlay/inlay-source.png [temp]');
  });

  it('says which mark is missing', async () => {
    const { 9: _, ...without } = graph;
    const { error } = await answered({ ...comfyui, spec: { ...own, graph: without } }, () => startComfyUi());
    expect(error).toMatchObject({ details: { says: 'no node of the graph has the title inlay:prompt' } });
  });
});

it('reads a history of megabytes in pieces, and of a long error its beginning', async () => {
  const exception_message = `It broke. ${'at some place '.repeat(1000)}`;
  const status = { status_str: 'error', messages: [['execution_error', { exception_message }]] };
  const { end, error } = await unlikeParsed(() =>
    answered(comfyui, async () => {
      const started = await startComfyUi();
      const body = { '0000-1': { prompt: 'x'.repeat(3_000_000), outputs: {}, status } };
      started.faults.add('poll', { kind: 'reply', reply: { status: 200, body } }, 1);
      return started;
    }),
  );
  expect(end).toBe('model.invalid-input');
  expect(error).toMatchObject({ details: { says: expect.stringMatching(/^It broke\. at some place .*…$/) as string } });
});

it('reads what the server says of its nodes, and its queue, in pieces', async () => {
  const { end } = await unlikeParsed(() => answered(comfyui, () => startComfyUi()));
  expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
});

/** Sees to it that no answer about nodes, queue or history is read in one piece. */
async function unlikeParsed<T>(act: () => Promise<T>): Promise<T> {
  const parsing = jest.spyOn(JSON, 'parse');
  const ended = await act();
  const parsed = parsing.mock.calls.map(([text]) => text);
  parsing.mockRestore();
  expect(parsed.filter((text) => /"(input|queue_pending|outputs)":/.test(text))).toEqual([]);
  return ended;
}
