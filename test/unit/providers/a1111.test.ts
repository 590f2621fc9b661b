import { answer, outcomeOfA1111, picturesIn, progress } from '../../../src/providers/a1111/answers';
import { pathFor, toBody } from '../../../src/providers/a1111/toBody';
import { asBase64, mapPictures } from '../../../src/providers/pictures';
import { aCall, aCallFromNothing, aSpec, files, written } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const wire = (name: string) => wireAnswer('a1111', name);
const asked = { provider: 'Automatic1111', model: 'The loaded model' };
const spec = aSpec({ wireId: 'img2img', mask: 'binary', references: 0, variantsPerCall: 4 });

describe('the body', () => {
  it('of a masked edit: white is painted anew, hard, over the whole crop', () => {
    const call = aCall({ operation: 'inpaint', strength: 0.8, variants: 2 });
    expect(written(toBody(spec, call, mapPictures(files(), asBase64)))).toEqual({
      prompt: 'Make the sky red.',
      seed: 7,
      width: 64,
      height: 48,
      batch_size: 2,
      n_iter: 1,
      init_images: ['<source>'],
      denoising_strength: 0.8,
      resize_mode: 0,
      mask: '<mask>',
      inpainting_mask_invert: 0,
      mask_blur: 0,
      inpainting_fill: 1,
      inpaint_full_res: false,
    });
    expect(pathFor(call)).toBe('/sdapi/v1/img2img');
  });

  it('of a picture from nothing, with a model of its own', () => {
    const other = { ...spec, wireId: 'sd_xl_base_1.0.safetensors' };
    expect(toBody(other, aCallFromNothing(), { references: [] })).toEqual({
      prompt: 'A red sky.',
      seed: 7,
      width: 64,
      height: 48,
      batch_size: 1,
      n_iter: 1,
      override_settings: { sd_model_checkpoint: 'sd_xl_base_1.0.safetensors' },
    });
    expect(pathFor(aCallFromNothing())).toBe('/sdapi/v1/txt2img');
  });
});

describe('the answer', () => {
  it('is the pictures without the sheet that shows them all', () => {
    expect(picturesIn(answer.parse(wire('pictures')), asked)).toEqual(['Zmlyc3Q=']);
    expect(picturesIn(answer.parse(wire('pictures-with-sheet')), asked)).toEqual(['Zmlyc3Q=', 'c2Vjb25k']);
    expect(picturesIn({ images: ['a'], info: 'not JSON' }, asked)).toEqual(['a']);
  });

  it('may be without a picture', () => expect(() => picturesIn({ images: [] }, asked)).toThrow('model.no-image'));

  it('tells how far it is', () => expect(progress.parse(wire('progress')).progress).toBe(0.35));
});

describe('what an error means', () => {
  it.each([
    [401, { detail: 'Incorrect username or password' }, 'model.auth'],
    [404, { detail: 'Not Found' }, 'model.invalid-input'],
    [422, wire('error-input'), 'model.invalid-input'],
    [500, wire('error-memory'), 'model.out-of-memory'],
    [500, { detail: '', errors: 'mat1 and mat2 cannot be multiplied' }, 'model.invalid-input'],
    [503, { detail: '' }, 'model.down'],
    [502, undefined, undefined],
  ])('%i %j', (status, body, code) => expect(outcomeOfA1111(asked, { status, body })?.code).toBe(code));

  it('repeats what the server says, and names the switch that it lacks', () => {
    expect(outcomeOfA1111(asked, { status: 422, body: wire('error-input') })?.details).toMatchObject({
      says: 'width: value is not a valid integer',
    });
    expect(outcomeOfA1111(asked, { status: 404, body: {} })?.details).toMatchObject({
      says: 'not found: start the server with --api',
    });
  });
});
