import { answer, outcomeOfOpenAi } from '../../../src/providers/openai/answer';
import { dialects } from '../../../src/providers/openai/dialect';
import { toBody, toForm } from '../../../src/providers/openai/toBody';
import { aCall, aCallFromNothing, aReference, aSpec, files } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const wire = (name: string) => wireAnswer('openai', name);
const spec = aSpec({ wireId: 'gpt-image-2', references: 15, variantsPerCall: 10, mask: 'soft' });

/** `name=text`, or `name<file>`. */
function drawn(...[dialect, model, call, pictures]: Parameters<typeof toForm>): string[] {
  return toForm(dialect, model, call, pictures).map((field) =>
    'text' in field ? `${field.name}=${field.text}` : `${field.name}<${Buffer.from(field.bytes).toString('latin1')}>`,
  );
}

describe('the form of an edit', () => {
  const call = aCall({ operation: 'inpaint', variants: 2 });
  const words = ['model=gpt-image-2', 'prompt=Make the sky red.', 'n=2', 'size=64x48'];

  it.each([
    ['openai', [...words, 'output_format=png', 'image<source>', 'mask<mask>']],
    ['sd-server', [...words, 'output_format=png', 'image[]<source>', 'mask<mask>']],
    ['vllm-omni', [...words, 'response_format=b64_json', 'seed=7', 'image<source>', 'mask_image<mask>']],
    ['sglang', [...words, 'response_format=b64_json', 'image<source>']],
    ['localai', [...words, 'response_format=b64_json', 'image<source>', 'mask<mask>']],
  ] as const)('for %s', (name, fields) => {
    expect(drawn(dialects[name], spec, call, files())).toEqual(fields);
  });

  it('asks for a faithful source where the model takes that', () => {
    const older = { ...spec, wireId: 'gpt-image-1.5' };
    expect(drawn(dialects.openai, older, call, files())).toContain('input_fidelity=high');
    expect(toBody(dialects.openai, older, aCallFromNothing())).not.toHaveProperty('input_fidelity');
  });

  it('has the references after the source, the field named by their number', () => {
    const withReferences = aCall({ references: [aReference('bottle')] });
    const pictures = { source: files().source, references: files(1).references };
    expect(drawn(dialects.openai, spec, withReferences, pictures).slice(-2)).toEqual([
      'image[]<source>',
      'image[]<reference 1>',
    ]);
  });
});

it('asks for a picture from nothing in JSON', () => {
  expect(toBody(dialects.openai, spec, aCallFromNothing())).toEqual({
    model: 'gpt-image-2',
    prompt: 'A red sky.',
    n: 1,
    size: '64x48',
    output_format: 'png',
  });
});

it('reads pictures as text or as addresses', () => {
  expect(answer.parse(wire('pictures')).data).toEqual([{ data: 'Zmlyc3Q=' }, { data: 'c2Vjb25k' }]);
  expect(answer.parse(wire('address')).data).toEqual([{ url: '/v1/images/abc123/content' }]);
});

describe('what an error means', () => {
  const asked = { provider: 'OpenAI', model: 'GPT Image 2' };

  it.each([
    [401, wire('error-key'), 'model.auth'],
    [403, { error: { message: 'Your organization must be verified.' } }, 'model.auth'],
    [404, { error: { message: 'No such model', code: 'model_not_found' } }, 'model.gone'],
    [429, wire('error-quota'), 'model.no-credit'],
    [429, wire('error-rate'), 'model.rate-limited'],
    [400, wire('error-moderation'), 'model.refused-input'],
    [400, wire('error-size'), 'model.invalid-input'],
    [422, wire('error-detail'), 'model.invalid-input'],
    [500, { error: 'out of memory' }, 'model.down'],
  ])('%i %j', (status, body, code) => expect(outcomeOfOpenAi(asked, { status, body })?.code).toBe(code));

  it('repeats the words and the field', () => {
    expect(outcomeOfOpenAi(asked, { status: 400, body: wire('error-size') })?.details).toEqual({
      provider: 'OpenAI',
      field: 'size',
      says: "Invalid value: '64x48'.",
    });
    expect(outcomeOfOpenAi(asked, { status: 422, body: wire('error-detail') })?.details).toEqual({
      provider: 'OpenAI',
      says: 'size must be a multiple of 16',
    });
  });

  it('is nothing where the words are not its own', () => {
    expect(outcomeOfOpenAi(asked, { status: 502, body: undefined })).toBeUndefined();
  });
});
