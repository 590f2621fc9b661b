import { type Extension, extend, extension } from '../../../src/edit/extension';

const size = { width: 1600, height: 1200 };

describe('an extension', () => {
  test.each<[string, Extension, readonly [number, number, number, number]]>([
    ['by its edges', { kind: 'expand', left: 10, top: 20, right: 30, bottom: 0 }, [-10, -20, 1630, 1200]],
    ['to a wider ratio', { kind: 'aspect', across: 16, down: 9 }, [-266, 0, 1867, 1200]],
    ['to a taller ratio', { kind: 'aspect', across: 4, down: 5 }, [0, -400, 1600, 1600]],
    ['to a square', { kind: 'aspect', across: 1, down: 1 }, [0, -200, 1600, 1400]],
    ['to a size', { kind: 'size', width: 2000, height: 1201 }, [-200, 0, 1800, 1201]],
  ])('%s keeps the picture whole and in the middle', (_what, by, [left, top, right, bottom]) => {
    expect(extend(size, by)).toEqual({ ok: true, canvas: { left, top, right, bottom } });
  });

  test.each<[string, Extension, RegExp]>([
    ['nothing', { kind: 'expand', left: 0, top: 0, right: 0, bottom: 0 }, /this size already/],
    ['the ratio that it has', { kind: 'aspect', across: 4, down: 3 }, /this size already/],
    ['less than the picture', { kind: 'size', width: 2000, height: 1000 }, /none of it may be cut off/],
  ])('by %s is refused', (_what, by, problem) => {
    const extended = extend(size, by);
    expect(extended.ok ? '' : extended.problem).toMatch(problem);
  });

  test('is refused as a request where it is no number', () => {
    for (const by of [
      { kind: 'expand', left: -1, top: 0, right: 0, bottom: 0 },
      { kind: 'aspect', across: 0, down: 1 },
    ]) {
      expect(extension.safeParse(by).success).toBe(false);
    }
  });
});
