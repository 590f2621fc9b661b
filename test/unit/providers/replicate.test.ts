import { asDataUri, mapPictures } from '../../../src/providers/pictures';
import { picturesOf, prediction, progressOf, storedFile } from '../../../src/providers/replicate/answers';
import { outcomeOfReplicate } from '../../../src/providers/replicate/outcome';
import { toBody } from '../../../src/providers/replicate/toBody';
import { aCall, aCallFromNothing, aSpec, files, written } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const wire = (name: string) => wireAnswer('replicate', name);
const asked = { provider: 'Replicate', model: 'FLUX.2 Pro' };
const uri = 'data:image/png;base64,';

const flux = aSpec({ wireId: 'black-forest-labs/flux-2-pro', references: 7 });
const tiers = [
  { name: '1K', pixels: 1_000_000 },
  { name: '2K', pixels: 4_000_000 },
];
const banana = aSpec({ wireId: 'google/nano-banana-pro', size: { kind: 'ratios', ratios: ['4:3'], tiers } });
const fill = aSpec({
  wireId: 'black-forest-labs/flux-fill-dev',
  mask: 'binary',
  variantsPerCall: 4,
  size: { kind: 'multiples', of: 32, minSide: 256, maxSide: 1440, maxPixels: 2_073_600 },
});

describe('the body', () => {
  const shown = mapPictures({ source: files().source, references: files(1).references }, asDataUri);

  it('of an edit has all pictures in one list and a size of its own', () => {
    expect(written(toBody(flux, aCall(), shown))).toEqual({
      input: {
        prompt: 'Make the sky red.',
        input_images: [`${uri}<source>`, `${uri}<reference 1>`],
        aspect_ratio: 'custom',
        width: 64,
        height: 48,
        seed: 7,
        output_format: 'png',
      },
    });
  });

  it('of a model of fixed ratios names the list otherwise and has no seed', () => {
    const size = { width: 64, height: 48, ratio: '4:3', tier: '2K' };
    expect(written(toBody(banana, aCall({ size }), shown))).toEqual({
      input: {
        prompt: 'Make the sky red.',
        image_input: [`${uri}<source>`, `${uri}<reference 1>`],
        aspect_ratio: '4:3',
        resolution: '2K',
        output_format: 'png',
      },
    });
  });

  it('of a fill has a mask, white where it is painted anew', () => {
    expect(written(toBody(fill, aCall({ variants: 2 }), mapPictures(files(), asDataUri)))).toEqual({
      input: {
        prompt: 'Make the sky red.',
        image: `${uri}<source>`,
        mask: `${uri}<mask>`,
        num_outputs: 2,
        megapixels: 'match_input',
        seed: 7,
        output_format: 'png',
      },
    });
  });

  it('of a picture from nothing has no pictures', () => {
    expect(toBody(flux, aCallFromNothing(), { references: [] }).input).not.toHaveProperty('input_images');
  });

  it('takes addresses as well', () => {
    const lying = mapPictures(files(), () => 'https://api.replicate.com/v1/files/abc');
    expect(toBody(flux, aCall(), lying).input).toMatchObject({
      input_images: ['https://api.replicate.com/v1/files/abc'],
    });
  });
});

describe('the answers', () => {
  const read = (name: string) => picturesOf(asked, prediction.parse(wire(name)));

  it.each([
    ['starting', undefined],
    ['processing', undefined],
    ['succeeded', ['https://replicate.delivery/xezq/abc/out-0.png']],
    [
      'succeeded-several',
      ['https://replicate.delivery/xezq/abc/out-0.png', 'https://replicate.delivery/xezq/abc/out-1.png'],
    ],
  ])('%s', (name, addresses) => expect(read(name)).toEqual(addresses));

  it.each([
    ['failed', 'The input or output was flagged as sensitive. (E005)', 'model.refused-output'],
    ['failed', 'The prompt was flagged by moderation', 'model.refused-input'],
    ['failed', 'CUDA out of memory', 'model.failed'],
    ['failed', null, 'model.failed'],
    ['canceled', null, 'model.failed'],
    ['aborted', null, 'model.failed'],
    ['succeeded', null, 'model.no-image'],
  ])('%s: %s', (status, error, code) => {
    expect(() => picturesOf(asked, prediction.parse({ id: 'a', status, error }))).toThrow(code);
  });

  it('repeat what went wrong', () => {
    const failed = prediction.parse({ id: 'a', status: 'failed', error: 'CUDA out of memory' });
    expect(errorOf(() => picturesOf(asked, failed))).toMatchObject({
      details: { model: 'FLUX.2 Pro', says: 'CUDA out of memory' },
    });
  });

  it('tell how far it is by the last bar in the log', () => {
    expect(progressOf(prediction.parse(wire('processing')))).toBe(0.5);
    expect(progressOf(prediction.parse(wire('starting')))).toBeUndefined();
  });

  it('name what was stored, and have no id that leads elsewhere', () => {
    expect(storedFile.parse(wire('file')).id).toBe('cneh2ivzcuvd4nsxm3xmn2q');
    expect(prediction.safeParse({ id: '../account', status: 'starting' }).success).toBe(false);
  });
});

describe('what an error means', () => {
  it.each([
    [401, wire('error-key'), 'model.auth'],
    [402, wire('error-credit'), 'model.no-credit'],
    [404, { detail: 'The requested resource could not be found.', status: 404 }, 'model.gone'],
    [422, wire('error-input'), 'model.invalid-input'],
    [429, wire('error-rate'), 'model.rate-limited'],
    [500, { detail: 'Internal server error' }, 'model.down'],
  ])('%i %j', (status, body, code) => expect(outcomeOfReplicate(asked, { status, body })?.code).toBe(code));

  it('reads the field, and the wait from the words', () => {
    expect(outcomeOfReplicate(asked, { status: 422, body: wire('error-input') })?.details).toEqual({
      provider: 'Replicate',
      field: 'input.width',
      says: '- input.width: Must be less than or equal to 2048',
    });
    expect(outcomeOfReplicate(asked, { status: 429, body: wire('error-rate') })?.details).toEqual({
      provider: 'Replicate',
      retryAfterMs: 30_000,
    });
  });

  it('is nothing where the words are not its own', () => {
    expect(outcomeOfReplicate(asked, { status: 502, body: '<html>' })).toBeUndefined();
  });
});

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
