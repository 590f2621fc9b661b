import { openai as service } from '../../../src/providers/openai';
import { openaiModels } from '../../../src/routing/catalog/openai';
import type { ModelAnswer } from '../../../src/routing/model';
import { type OpenAiKind, startOpenAi } from '../../servers/openai';
import { plain } from '../../servers/picture';
import { aCall, aCallFromNothing, aReference } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import type { Served } from './served';
import { answered } from './trial';

const openai: Served = {
  service,
  spec: modelNamed(openaiModels, 'gpt-image-2'),
  call: aCall(),
  stages: [],
  stop: 'none',
  hurry: 300,
  start: ({ key, ending = 'pictures', size }) =>
    startOpenAi({ key, ending, ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }) }),
  carries: (file) => ({ status: 200, body: { data: [{ b64_json: base64(file) }] } }),
  words: {
    auth: wire(401, 'error-key'),
    'no-credit': wire(429, 'error-quota'),
    'invalid-input': wire(400, 'error-size'),
    'rate-limited': wire(429, 'error-rate'),
    gone: { status: 404, body: { error: { message: 'The model does not exist', code: 'model_not_found' } } },
    'refused-input': wire(400, 'error-moderation'),
    down: { status: 503, body: { error: { message: 'The server is overloaded', type: 'server_error', code: null } } },
  },
  endings: { refused: 'model.refused-input', none: 'model.no-image', failed: 'model.down' },
};

function wire(status: number, name: string) {
  return { status, body: wireAnswer('openai', name) as object };
}

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64');
}

keepsItsHead(openai);

/** Left half to be made anew. */
const half = Uint8Array.from({ length: 64 * 48 }, (_, i) => (i % 64 < 32 ? 255 : 0));
const mask = { width: 64, height: 48, data: half };

describe('the mask', () => {
  it.each<[OpenAiKind, string]>([
    ['openai', 'gpt-image-2'],
    ['sd-server', 'sd-server'],
    ['vllm-omni', 'vllm-omni'],
    ['localai', 'localai'],
  ])('as %s wants it: the left half is repainted', async (kind, id) => {
    const masked = { ...openai, spec: modelNamed(openaiModels, id), call: aCall({ operation: 'inpaint', mask }) };
    const { server, end } = await answered(masked, ({ key }) => startOpenAi({ key, kind }));
    expect(server.complaints).toEqual([]);
    expect(colorsOf(end)).toEqual([
      [220, 30, 30],
      [90, 120, 200],
    ]);
  });
});

it('takes references beside the source, several pictures, and pictures at a path', async () => {
  const call = aCall({ references: [aReference('bottle')], variants: 2 });
  const { server, end } = await answered({ ...openai, call }, ({ key }) => startOpenAi({ key, pictures: 'linked' }));
  expect(server.complaints).toEqual([]);
  expect(end).toMatchObject({ images: [{ width: 64 }, { width: 64 }] });
  expect(JSON.stringify(end)).toContain('takes no seed');
});

it('makes a picture from nothing', async () => {
  const { server, end } = await answered({ ...openai, call: aCallFromNothing() }, ({ key }) => startOpenAi({ key }));
  expect(server.complaints).toEqual([]);
  expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
});

/** The colors at the left and the right edge. */
function colorsOf(end: ModelAnswer | string): readonly (readonly number[])[] {
  if (typeof end === 'string') throw new Error(end);
  const [{ data, width } = { data: [], width: 0 }] = end.images;
  return [0, width - 1].map((x) => [...data.slice(x * 3, x * 3 + 3)]);
}
