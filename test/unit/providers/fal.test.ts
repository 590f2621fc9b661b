import { resultAnswer, statusAnswer, submitted } from '../../../src/providers/fal/answers';
import { outcomeOfFal } from '../../../src/providers/fal/outcome';
import { appFor, toBody } from '../../../src/providers/fal/toBody';
import type { ModelSpec } from '../../../src/routing/model';
import { aCall, aCallFromNothing, aReference, aSpec, files, written } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const answer = (name: string) => wireAnswer('fal', name);
const uri = 'data:image/png;base64,';

const flux = aSpec({ wireId: 'fal-ai/flux-2-pro/edit', references: 7 });
const tiers = [{ name: '1K', pixels: 1_000_000 }];
const banana = aSpec({
  wireId: 'fal-ai/nano-banana/edit',
  size: { kind: 'ratios', ratios: ['1:1', '4:3'], tiers },
  variantsPerCall: 4,
});
const banana2: ModelSpec = {
  ...banana,
  wireId: 'fal-ai/nano-banana-2/edit',
  size: { kind: 'ratios', ratios: ['1:1', '4:3'], tiers: [...tiers, { name: '2K', pixels: 4_000_000 }] },
};
const fill = aSpec({
  wireId: 'fal-ai/flux-pro/v1/fill',
  mask: 'binary',
  references: 0,
  size: { kind: 'as-the-input', maxPixels: 4_000_000 },
});

describe('the body', () => {
  it('of an edit: the source first, then the references, at the size that is wanted', () => {
    const call = aCall({ references: [aReference('bottle'), aReference('label')] });
    expect(written(toBody(flux, call, { source: files().source, references: files(2).references }))).toEqual({
      prompt: 'Make the sky red.',
      image_urls: [`${uri}<source>`, `${uri}<reference 1>`, `${uri}<reference 2>`],
      image_size: { width: 64, height: 48 },
      seed: 7,
      output_format: 'png',
    });
  });

  it('of a model of fixed ratios', () => {
    const size = { width: 64, height: 48, ratio: '4:3', tier: '1K' };
    expect(written(toBody(banana, aCall({ size, variants: 3 }), files()))).toEqual({
      prompt: 'Make the sky red.',
      image_urls: [`${uri}<source>`],
      aspect_ratio: '4:3',
      num_images: 3,
      seed: 7,
      output_format: 'png',
    });
    expect(toBody(banana2, aCall({ size, variants: 9 }), files())).toMatchObject({ resolution: '1K', num_images: 4 });
  });

  it('of a fill: white is painted anew', () => {
    expect(written(toBody(fill, aCall({ operation: 'inpaint' }), files()))).toEqual({
      prompt: 'Make the sky red.',
      image_url: `${uri}<source>`,
      mask_url: `${uri}<mask>`,
      seed: 7,
      output_format: 'png',
    });
  });

  it('of a picture from nothing, for another app', () => {
    expect(written(toBody(flux, aCallFromNothing(), { references: [] }))).toEqual({
      prompt: 'A red sky.',
      image_size: { width: 64, height: 48 },
      seed: 7,
      output_format: 'png',
    });
    expect(appFor(flux, aCallFromNothing())).toBe('fal-ai/flux-2-pro');
    expect(appFor(aSpec({ wireId: 'fal-ai/flux-2/klein/4b/edit' }), aCallFromNothing())).toBe(
      'fal-ai/flux-2/klein/4b/base',
    );
    expect(appFor(flux, aCallFromNothing({ references: [aReference('bottle')] }))).toBe('fal-ai/flux-2-pro/edit');
  });

  it('has no more references than the model takes, and a strength only where one is known', () => {
    const one = aSpec({ wireId: 'fal-ai/qwen-image-edit/inpaint', mask: 'binary', references: 0 });
    expect(toBody(one, aCall({ strength: 0.6 }), files())).toMatchObject({ strength: 0.6 });
    expect(toBody({ ...flux, references: 1 }, aCall(), files(3)).image_urls).toHaveLength(2);
  });
});

describe('the answers', () => {
  it('of the queue', () => {
    expect(submitted.parse(answer('submitted'))).toMatchObject({ queue_position: 2 });
    expect(['in-queue', 'in-progress', 'completed'].map((name) => statusAnswer.parse(answer(name)).status)).toEqual([
      'IN_QUEUE',
      'IN_PROGRESS',
      'COMPLETED',
    ]);
  });

  it.each([
    ['result-flux-2-pro', ['https://v3b.fal.media/files/b/koala/a1.png'], [], ''],
    ['result-held-back', ['https://v3b.fal.media/files/b/koala/black.png'], [true], ''],
    ['result-nano-banana', ['https://v3b.fal.media/files/b/koala/n1.png'], [], 'Here is the picture with a red sky.'],
    ['result-single', ['https://fal.media/files/koala/s1.png'], [], ''],
  ])('%s', (name, urls, heldBack, says) => {
    expect(resultAnswer.parse(answer(name))).toEqual({ urls, heldBack, says });
  });
});

describe('what an error means', () => {
  const asked = { provider: 'fal', model: 'FLUX.2 Pro' };
  const detail = (type: string, loc: (string | number)[] = []) => ({ detail: [{ loc, msg: 'So it is.', type }] });

  it.each([
    [401, { detail: 'Unauthorized' }, 'model.auth'],
    [403, answer('error-balance'), 'model.no-credit'],
    [403, { detail: 'Not allowed' }, 'model.auth'],
    [404, { detail: 'Application not found' }, 'model.gone'],
    [422, answer('error-policy'), 'model.refused-input'],
    [422, detail('content_policy_violation', ['body']), 'model.refused-output'],
    [422, answer('error-image'), 'model.invalid-input'],
    [422, detail('no_media_generated'), 'model.no-image'],
    [429, { detail: 'Slow down' }, 'model.rate-limited'],
    [500, detail('internal_server_error'), 'model.down'],
    [504, detail('generation_timeout'), 'model.down'],
    [503, { detail: 'Overloaded' }, 'model.down'],
  ])('%i %j', (status, body, code) => {
    expect(outcomeOfFal(asked, { status, body })?.code).toBe(code);
  });

  it('names the field and the wait', () => {
    expect(outcomeOfFal(asked, { status: 422, body: answer('error-image') })?.details).toEqual({
      provider: 'fal',
      field: 'image_urls.0',
      says: 'Image dimensions are too large.',
    });
    expect(outcomeOfFal(asked, { status: 429, body: { detail: 'Slow down' }, retryAfterMs: 3000 })?.details).toEqual({
      provider: 'fal',
      retryAfterMs: 3000,
    });
  });

  it('is nothing where the words are not its own', () => {
    expect(outcomeOfFal(asked, { status: 502, body: undefined })).toBeUndefined();
  });
});
