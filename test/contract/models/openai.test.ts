import { openaiModels } from '../../../src/routing/catalog/openai';
import type { ModelAnswer } from '../../../src/routing/model';
import { type OpenAiKind, startOpenAi } from '../../servers/openai';
import { aCall, aCallFromNothing, aReference } from '../../support/aModelCall';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import { openai, openaiLinked } from './services/openai';
import { answered } from './trial';

keepsItsHead(openai);
describe('where the pictures lie at paths of the server', () => {
  keepsItsHead(openaiLinked);
});

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

it.each<[OpenAiKind, string]>([
  ['openai', 'gpt-image-2'],
  ['openai', 'gpt-image-1.5'],
  ['sd-server', 'sd-server'],
  ['vllm-omni', 'vllm-omni'],
  ['sglang', 'sglang'],
  ['localai', 'localai'],
])('%s edits a picture without a mask: %s', async (kind, id) => {
  const whole = { ...openai, spec: modelNamed(openaiModels, id), call: aCall() };
  const { server, end } = await answered(whole, ({ key }) => startOpenAi({ key, kind }));
  expect(server.complaints).toEqual([]);
  expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
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
