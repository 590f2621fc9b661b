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
});
