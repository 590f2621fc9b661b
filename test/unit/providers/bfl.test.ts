import { polled, submitted } from '../../../src/providers/bfl/answers';
import { outcomeOfBfl } from '../../../src/providers/bfl/outcome';
import { toBody } from '../../../src/providers/bfl/toBody';
import { aCall, aCallFromNothing, aReference, aSpec, files, written } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';

const answer = (name: string) => wireAnswer('bfl', name);
const model = (wireId: string, references = 7) => aSpec({ wireId, references });

describe('the body', () => {
  const size = { width: 64, height: 48 };

  it('of an edit: the source first, then the references, and the prompt left as it is', () => {
    const call = aCall({ size, references: [aReference('bottle'), aReference('label')] });
    const pictures = { source: files().source, references: files(2).references };
    expect(written(toBody(model('flux-2-pro'), call, pictures))).toEqual({
      prompt: 'Make the sky red.',
      input_image: '<source>',
      input_image_2: '<reference 1>',
      input_image_3: '<reference 2>',
      width: 64,
      height: 48,
      seed: 7,
      output_format: 'png',
      disable_pup: true,
    });
  });

  it.each([
    ['flux-2-max', { disable_pup: true }],
    ['flux-2-flex', { prompt_upsampling: false }],
    ['flux-2-klein-4b', {}],
  ])('of a picture from nothing by %s', (wireId, more) => {
    expect(written(toBody(model(wireId), aCallFromNothing({ size }), { references: [] }))).toEqual({
      prompt: 'A red sky.',
      width: 64,
      height: 48,
      seed: 7,
      output_format: 'png',
      ...more,
    });
  });

  it('never holds more pictures than the model takes', () => {
    const body = toBody(model('flux-2-klein-9b', 3), aCall(), {
      source: files().source,
      references: files(6).references,
    });
    expect(Object.keys(body).filter((name) => name.startsWith('input_image'))).toHaveLength(4);
  });

  it('of a fill: white is painted anew', () => {
    expect(written(toBody(model('flux-pro-1.0-fill'), aCall({ operation: 'inpaint' }), files()))).toEqual({
      image: '<source>',
      mask: '<mask>',
      prompt: 'Make the sky red.',
      seed: 7,
      output_format: 'png',
    });
  });

  it('of erasing: there is no prompt', () => {
    expect(written(toBody(model('flux-tools/erase-v1'), aCall({ operation: 'remove' }), files()))).toEqual({
      image: '<source>',
      mask: '<mask>',
      seed: 7,
      output_format: 'png',
    });
  });
});

describe('an answer', () => {
  it('to a new job names it and where to look', () => {
    expect(submitted.parse(answer('submitted'))).toMatchObject({
      id: expect.stringMatching(/^3f1c/) as string,
      cost: 4.5,
    });
  });

  it.each([
    ['pending', { status: 'Pending', progress: 0.4, reasons: [] }],
    ['ready', { status: 'Ready', sample: expect.stringContaining('/sample.png?') as string }],
    ['requestModerated', { status: 'Request Moderated', reasons: ['Sexual Content'] }],
    ['contentModerated', { status: 'Content Moderated', reasons: ['Derivative Works Filter'] }],
    ['error', { status: 'Error', reasons: [] }],
    ['notFound', { status: 'Task not found' }],
  ])('about a job: %s', (name, seen) => {
    expect(polled.parse(answer(name))).toMatchObject(seen);
  });

  it('may call its status a state', () => {
    expect(polled.parse({ state: 'Ready' }).status).toBe('Ready');
  });
});

describe('an error', () => {
  const asked = { provider: 'Black Forest Labs', model: 'FLUX.2 Pro' };

  it.each([
    [401, 'noKey', { code: 'model.auth' }],
    [403, 'noKey', { code: 'model.auth' }],
    [402, 'noCredit', { code: 'model.no-credit' }],
    [404, 'noKey', { code: 'model.gone' }],
    [422, 'invalid', { code: 'model.invalid-input', details: { field: 'width' } }],
    [429, 'busy', { code: 'model.rate-limited' }],
    [500, 'busy', { code: 'model.down' }],
  ])('of status %d in its own words', (status, name, error) => {
    expect(outcomeOfBfl(asked, { status, body: answer(name) })).toMatchObject(error);
  });

  it.each([[undefined], [{}], [[]], ['Bad Gateway']])('that is not its own is nobody’s: %j', (body) => {
    expect(outcomeOfBfl(asked, { status: 502, body })).toBeUndefined();
  });
});
