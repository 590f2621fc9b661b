import { startA1111 } from '../servers/a1111';
import { startComfyUi } from '../servers/comfyui';
import { startFal } from '../servers/fal';
import { startGemini } from '../servers/gemini';
import type { Running } from '../servers/kit';
import { type OpenAiKind, startOpenAi } from '../servers/openai';
import { startReplicate } from '../servers/replicate';
import { startVersely } from '../servers/versely';
import { type Bench, createBench, noiseDocument, psdOf, tryEdit } from './testBench';

const key = 'secret-key-0123456789';

let bench: Bench;
let servers: Running[] = [];

beforeEach(() => {
  bench = createBench();
});

afterEach(async () => {
  bench.remove();
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** What stands for a service, by the name of the command line; the service itself first. */
type Started = Readonly<Record<string, Running>>;

const services: readonly (readonly [string, string, string, () => Promise<Started>])[] = [
  ['gemini', 'gemini-3-pro-image', 'instruct', async () => ({ gemini: await startGemini({ key }) })],
  ['fal', 'fal-ai/flux-2-pro/edit', 'inpaint', async () => ({ fal: await startFal({ key }) })],
  ['fal', 'fal-ai/flux-pro/v1/fill', 'inpaint', async () => ({ fal: await startFal({ key }) })],
  [
    'replicate',
    'black-forest-labs/flux-fill-pro',
    'inpaint',
    async () => ({ replicate: await startReplicate({ key }) }),
  ],
  ['openai', 'gpt-image-2', 'inpaint', async () => ({ openai: await startOpenAi({ key }) })],
  ['comfyui', 'comfyui-flux-2-masked', 'inpaint', async () => ({ comfyui: await startComfyUi() })],
  ['a1111', 'a1111-inpaint', 'inpaint', async () => ({ a1111: await startA1111({ key }) })],
  [
    'versely',
    'versely-nano-banana-edit',
    'instruct',
    async () => {
      const fal = await startFal({ key });
      return { versely: await startVersely({ key, publicLinks: fal.files }), fal };
    },
  ],
];

const own: readonly OpenAiKind[] = ['sd-server', 'vllm-omni', 'sglang', 'localai'];

function edit(started: Started, ...args: string[]) {
  servers = Object.values(started);
  const document = bench.put('in.psd', psdOf(noiseDocument(400, 300)));
  const reach = Object.entries(started).flatMap(([name, { address }]) => [
    ...['--endpoint', `${name}=${address}`],
    ...['--key', `${name}=${key}`],
  ]);
  const paths = ['--document', document, '--out', 'out.psd', '--report', 'report.json'];
  return tryEdit(bench, [...paths, '--seed', '7', ...reach, ...args]);
}

it.each(services)('%s: an edit by %s from the selection to the layer', async (name, model, operation, start) => {
  const started = await start();
  const area = ['--selection', '100,80,200,160', '--operation', operation, '--prompt', 'a red lighthouse'];
  const ended = await edit(started, ...area, '--model', model);
  expect(ended).toMatchObject({ ok: true, report: { route: { provider: name, model }, operation } });
  expect(servers.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(started[name]?.billed).toHaveLength(1);
  expect(bench.read('report.json')).not.toContain(key);
  expect(Buffer.from(bench.bytes('out.psd')).includes(key)).toBe(false);
});

it('says in the words of the edit that a service led elsewhere, where nobody followed', async () => {
  const gemini = await startGemini({ key });
  gemini.faults.add('submit', { kind: 'redirect', to: 'http://foreign.example/' }, 1);
  const area = ['--operation', 'instruct', '--prompt', 'a red lighthouse', '--model', 'gemini-3-pro-image'];
  const ended = await edit({ gemini }, ...area);
  expect(ended).toMatchObject({ ok: false, reason: expect.stringContaining('Google Gemini gave no answer') as string });
});

it.each(own)('a server of one’s own that is named by --preset %s', async (kind) => {
  const started = { openai: await startOpenAi({ key, kind }) };
  const area = ['--selection', '100,80,200,160', '--operation', 'inpaint', '--prompt', 'a red lighthouse'];
  const ended = await edit(started, ...area, '--preset', kind);
  expect(ended).toMatchObject({ ok: true, report: { route: { provider: 'openai', model: kind } } });
  expect(started.openai.complaints).toEqual([]);
});

it('says which kinds of server it knows', async () => {
  const ended = await edit({}, '--operation', 'instruct', '--prompt', 'x', '--preset', 'abc');
  expect(ended).toMatchObject({ ok: false, reason: expect.stringContaining('sd-server, vllm-omni') as string });
});
