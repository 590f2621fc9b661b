import { answer, pictureOf } from '../../../src/providers/gemini/answer';
import { outcomeOfGemini } from '../../../src/providers/gemini/outcome';
import { toBody } from '../../../src/providers/gemini/toBody';
import { asBase64, mapPictures } from '../../../src/providers/pictures';
import { aCall, aCallFromNothing, aReference, aSpec, files, written } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const asked = { provider: 'Google', model: 'Nano Banana Pro' };
const wire = (name: string) => wireAnswer('gemini', name);

const tiers = [{ name: '1K', pixels: 1_000_000 }];
const flash = aSpec({ wireId: 'gemini-2.5-flash-image', size: { kind: 'ratios', ratios: ['1:1', '4:3'], tiers } });
const pro = aSpec({
  wireId: 'gemini-3-pro-image',
  references: 13,
  size: { kind: 'ratios', ratios: ['1:1', '4:3'], tiers: [...tiers, { name: '4K', pixels: 16_000_000 }] },
});
const size = { width: 64, height: 48, ratio: '4:3', tier: '4K' };

describe('the body', () => {
  it('of an edit: the words, the source, the references', () => {
    const call = aCall({ size, references: [aReference('bottle')] });
    expect(
      written(toBody(pro, call, mapPictures({ source: files().source, references: files(1).references }, asBase64))),
    ).toEqual({
      contents: [
        {
          role: 'user',
          parts: [
            { text: 'Make the sky red.' },
            { inlineData: { mimeType: 'image/png', data: '<source>' } },
            { inlineData: { mimeType: 'image/png', data: '<reference 1>' } },
          ],
        },
      ],
      generationConfig: {
        responseModalities: ['IMAGE'],
        imageConfig: { aspectRatio: '4:3', imageSize: '4K' },
        seed: 7,
      },
    });
  });

  it('points to pictures that were stored before', () => {
    const uri = 'https://generativelanguage.googleapis.com/v1beta/files/a1';
    expect(toBody(pro, aCall(), { source: uri, references: [] }).contents[0]?.parts).toEqual([
      { text: 'Make the sky red.' },
      { fileData: { mimeType: 'image/png', fileUri: uri } },
    ]);
  });

  it('tells no tier to a model of one tier', () => {
    expect(toBody(flash, aCall({ size }), mapPictures(files(), asBase64)).generationConfig.imageConfig).toEqual({
      aspectRatio: '4:3',
    });
  });

  it('has words alone for a picture from nothing, and a seed of 31 bits', () => {
    const body = toBody(pro, aCallFromNothing({ size, seed: 0xffffffff }), { references: [] });
    expect(body.contents).toEqual([{ role: 'user', parts: [{ text: 'A red sky.' }] }]);
    expect(body.generationConfig.seed).toBe(0x7fffffff);
  });
});

describe('the answer', () => {
  const read = (name: string) => pictureOf(asked, answer.parse(wire(name)));
  const errorOf = (act: () => unknown): unknown => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const failure = (name: string) => errorOf(() => read(name));

  it('holds the last picture that was not thought', () => expect(read('picture')).toBe('bGFzdA=='));

  it('may be spelt in the other way', () => expect(read('picture-snake-case')).toBe('bGFzdA=='));

  it.each([
    ['text-only', 'model.no-image', { model: 'Nano Banana Pro', says: 'I cannot see a sky in this picture.' }],
    [
      'image-safety',
      'model.refused-output',
      {
        provider: 'Google',
        reasons: ['Unable to show the generated image. The image was filtered out because it violated the policy.'],
      },
    ],
    ['blocked', 'model.refused-input', { provider: 'Google', reasons: ['prohibited content'] }],
  ])('%s', (name, code, details) => expect(failure(name)).toMatchObject({ code, details }));

  it('that reached its limit says so', () => {
    const limited = answer.parse({
      candidates: [{ finishReason: 'MAX_TOKENS', content: { parts: [{ text: 'Well' }] } }],
    });
    const says = 'its limit of tokens was reached before a picture was made';
    expect(errorOf(() => pictureOf(asked, limited))).toMatchObject({ code: 'model.no-image', details: { says } });
  });

  it.each([
    ['STOP', 'model.no-image'],
    ['NO_IMAGE', 'model.no-image'],
    ['A_REASON_OF_TOMORROW', 'model.no-image'],
    ['MAX_TOKENS', 'model.no-image'],
    ['SPII', 'model.refused-output'],
    ['IMAGE_RECITATION', 'model.refused-output'],
  ])('that ends with %s and no picture', (finishReason, code) => {
    expect(() => pictureOf(asked, answer.parse({ candidates: [{ finishReason }] }))).toThrow(code);
  });

  it('without any candidate has no picture', () => {
    expect(() => pictureOf(asked, answer.parse({}))).toThrow('model.no-image');
  });
});

describe('what an error means', () => {
  it.each([
    [400, 'error-key', 'model.auth'],
    [429, 'error-rate', 'model.rate-limited'],
    [429, 'error-free-tier', 'model.no-credit'],
    [404, 'error-gone', 'model.gone'],
    [503, 'error-overloaded', 'model.down'],
  ])('%i %s', (status, name, code) => {
    expect(outcomeOfGemini(asked, { status, body: wire(name) })?.code).toBe(code);
  });

  it('reads the wait from the body', () => {
    expect(outcomeOfGemini(asked, { status: 429, body: wire('error-rate') })?.details).toEqual({
      provider: 'Google',
      retryAfterMs: 12300,
    });
  });

  it('repeats what the service says of a bad request', () => {
    const body = { error: { code: 400, message: 'aspect_ratio is not supported', status: 'INVALID_ARGUMENT' } };
    expect(outcomeOfGemini(asked, { status: 400, body })?.details).toEqual({
      provider: 'Google',
      says: 'aspect_ratio is not supported',
    });
  });

  it('is nothing where the words are not its own', () => {
    expect(outcomeOfGemini(asked, { status: 502, body: undefined })).toBeUndefined();
  });
});
