import {
  modelNames,
  nameToday,
  outcomeOfVersely,
  picturesOf,
  statusAnswer,
  submitted,
} from '../../../src/providers/versely/answers';
import { toBody } from '../../../src/providers/versely/toBody';
import { aCall, aCallFromNothing, aSpec } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const wire = (name: string) => wireAnswer('versely', name);
const asked = { provider: 'Versely', model: 'Nano Banana Edit' };
const spec = aSpec({ wireId: 'Nano Banana Edit', variantsPerCall: 4, references: 1 });
const size = { width: 64, height: 48, ratio: '4:3' };

describe('the body', () => {
  it('of an edit has public links only', () => {
    const pictures = { source: 'https://v3b.fal.media/s.png', references: ['https://a.example/r.png', 'too many'] };
    expect(toBody('Nano Banana Edit', spec, aCall({ size, variants: 2 }), pictures)).toEqual({
      model: 'Nano Banana Edit',
      prompt: 'Make the sky red.',
      aspect_ratio: '4:3',
      num_images: 2,
      images: ['https://v3b.fal.media/s.png', 'https://a.example/r.png'],
    });
  });

  it('of a picture from nothing has none', () => {
    expect(toBody('Nano Banana 2', spec, aCallFromNothing({ size }), { references: [] })).toEqual({
      model: 'Nano Banana 2',
      prompt: 'A red sky.',
      aspect_ratio: '4:3',
      num_images: 1,
    });
  });
});

describe('the names of the models', () => {
  it('are found in whichever shape the list comes', () => {
    const names = ['Nano Banana Edit', 'Nano Banana 2 Edit', 'Flux 2 Edit'];
    expect(modelNames.parse(wire('models'))).toEqual(names);
    expect(modelNames.parse(names)).toEqual(names);
    expect(modelNames.parse({ data: { models: [{ model: 'A' }] } })).toEqual(['A']);
    expect(modelNames.parse({ models: [{ display_name: 'B' }] })).toEqual(['B']);
  });

  it('are matched whatever their spelling, and never to another model', () => {
    const names = ['nano-banana 2 EDIT', 'FLUX.2 Edit'];
    expect(nameToday('Nano Banana 2 Edit', names)).toBe('nano-banana 2 EDIT');
    expect(nameToday('Flux 2 Edit', names)).toBe('FLUX.2 Edit');
    expect(nameToday('Flux 2 Edit Max', names)).toBeUndefined();
  });
});

describe('the answers', () => {
  it.each([
    ['submitted', { id: '3f0c9a52-7d7e-4f0e-9a58-0a6f1f2f7c11', says: '' }],
    ['submitted-elsewhere', { id: 'sync-7b2', says: '' }],
    ['submitted-failed', { says: 'The prompt was flagged by moderation' }],
  ])('%s', (name, expected) => expect(submitted.parse(wire(name))).toEqual(expected));

  const read = (answer: unknown) => picturesOf(asked, statusAnswer.parse(answer));

  it('of a job', () => {
    expect(read(wire('generating'))).toBeUndefined();
    expect(read(wire('completed'))).toEqual([
      'https://v3b.fal.media/files/b/one.png',
      'https://v3b.fal.media/files/b/two.png',
    ]);
    expect(read({ status: 'completed', result_url: 'https://a.example/1.png' })).toEqual(['https://a.example/1.png']);
  });

  it.each([
    [wire('failed'), 'model.failed'],
    [{ status: 'failed', error: 'Content flagged' }, 'model.refused-output'],
    [{ status: 'completed' }, 'model.no-image'],
  ])('of a job that ended otherwise: %j', (answer, code) => expect(() => read(answer)).toThrow(code));
});

describe('what an error means', () => {
  it.each([
    [401, { success: false, error: 'Invalid API key' }, 'model.auth'],
    [402, wire('error-credits'), 'model.no-credit'],
    [403, wire('error-credits'), 'model.no-credit'],
    [403, wire('error-scope'), 'model.auth'],
    [422, { success: false, error: 'images must be URLs' }, 'model.invalid-input'],
    [429, { success: false, error: 'Too many requests' }, 'model.rate-limited'],
    [500, { success: false, error: 'Upstream failed' }, 'model.down'],
    [524, undefined, undefined],
  ])('%i %j', (status, body, code) => expect(outcomeOfVersely(asked, { status, body })?.code).toBe(code));
});
