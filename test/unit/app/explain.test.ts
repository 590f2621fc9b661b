import { explain, explanations, inOneLine } from '../../../src/app/explain';
import { InlayError, type Unfit } from '../../../src/base/errors';

const unfit: Unfit = { kind: 'references', most: 0 };
const role: 'style' | 'any' = 'style';
const cap: 'call' | 'day' | 'client' = 'day';
const details = {
  cap,
  role,
  title: 'hero.psd',
  layer: 'Bottle',
  mode: 'CMYK Color',
  holder: 'the plugin app.other',
  doing: 'read the picture',
  pixels: 1,
  width: 9,
  height: 9,
  problem: 'seed: too large.',
  model: 'dream',
  operation: 'remove',
  step: 'call',
  reference: 'Bottle',
  provider: 'Acme',
  dollars: 2,
  limit: 1,
  says: 'too large',
  reasons: ['violence'],
  host: 'acme.example',
  remedy: 'Start it with its switch for foreign origins.',
  why: unfit,
  before: new InlayError('model.down', { provider: 'Acme' }),
  price: { dollars: 0.2, certainty: 'listed' } as const,
  obstacle: 'much' as const,
};

describe('every error', () => {
  test.each(Object.entries(explanations))('%s says what happened and what to do, without a code', (_code, words) => {
    const { title, remedy } = words(details);
    for (const line of [title, remedy]) {
      expect(line).not.toMatch(/undefined|null|NaN|(host|edit|route|model|net)\.\w|sorry|please|!/i);
      expect(line.length).toBeGreaterThan(5);
    }
    expect(title).not.toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  });

  test('names who keeps Photoshop busy, if that is known', () => {
    const line = (holder?: string) =>
      inOneLine(explain(new InlayError('host.busy', holder === undefined ? {} : { holder })));
    expect(line('the plugin app.other')).toBe(
      'Photoshop is busy. Finish or cancel the plugin app.other, then try again.',
    );
    expect(line()).toBe('Photoshop is busy. Finish or cancel the open dialog or tool, then try again.');
  });

  test('takes the words of a service into its sentence without their full stop', () => {
    const refused = new InlayError('model.refused-output', { provider: 'Acme', reasons: ['It shows a person.'] });
    expect(inOneLine(explain(refused))).toMatch(/^Acme made a picture and held it back: It shows a person\. It /);
    const none = new InlayError('model.no-image', { model: 'Dream', says: 'I cannot draw it.' });
    expect(inOneLine(explain(none))).toContain('It says: “I cannot draw it”. It ');
  });

  test('says of a request that was turned away whether it may have cost something', () => {
    const line = (begun: { readonly requestId?: string }) => [
      inOneLine(explain(new InlayError('model.invalid-input', { provider: 'Acme', says: 'Too wide.', ...begun }))),
      inOneLine(explain(new InlayError('model.refused-input', { provider: 'Acme', reasons: [], ...begun }))),
    ];
    for (const words of line({})) expect(words).toContain('Nothing was charged.');
    for (const words of line({ requestId: 'r-7' })) expect(words).toContain('The request r-7 may have been charged.');
  });

  test('says with what the first model said that the next in line would cost more', () => {
    const before = new InlayError('model.no-credit', { provider: 'Acme' });
    const dearer = { before, model: 'FLUX.2 Max', price: { dollars: 0.16, certainty: 'estimate' } } as const;
    expect(explain(new InlayError('route.dearer-next', dearer))).toEqual({
      title: 'There is no credit left at Acme',
      remedy:
        'Nothing was charged. Top up the account there, or choose another model. ' +
        'FLUX.2 Max would cost more (about $0.16): choose it to go on.',
    });
  });

  test('of a lost answer names the request by which the service finds it, if that is known', () => {
    const line = (request: { readonly requestId?: string }) =>
      inOneLine(explain(new InlayError('model.uncertain', { provider: 'Acme', ...request })));
    expect(line({ requestId: 'r-7' })).toBe(
      'Acme gave no answer that can be used. The request had left and may have been charged. ' +
        'Look at your account there for the request r-7 before you run it again.',
    );
    expect(line({})).toMatch(/Look at your account there before you run it again\.$/);
  });
});
