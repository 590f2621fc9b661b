import { type Anchor, anchors, type Extension, extend, extension } from '../../../src/edit/extension';

const anchor = 'center';
const size = { width: 1600, height: 1200 };

describe('an extension', () => {
  test.each<[string, Extension, readonly [number, number, number, number]]>([
    ['by its edges', { kind: 'expand', left: 10, top: 20, right: 30, bottom: 0 }, [-10, -20, 1630, 1200]],
    ['to a wider ratio', { kind: 'aspect', across: 16, down: 9, anchor }, [-266, 0, 1867, 1200]],
    ['to a taller ratio', { kind: 'aspect', across: 4, down: 5, anchor }, [0, -400, 1600, 1600]],
    ['to a square', { kind: 'aspect', across: 1, down: 1, anchor }, [0, -200, 1600, 1400]],
    ['to a size', { kind: 'size', width: 2000, height: 1201, anchor }, [-200, 0, 1800, 1201]],
  ])('%s keeps the picture whole and in the middle', (_what, by, [left, top, right, bottom]) => {
    expect(extend(size, by)).toEqual({ ok: true, canvas: { left, top, right, bottom } });
  });

  test.each<[string, Extension, string]>([
    ['nothing', { kind: 'expand', left: 0, top: 0, right: 0, bottom: 0 }, 'same'],
    ['the ratio that it has', { kind: 'aspect', across: 4, down: 3, anchor }, 'same'],
    ['more than a document can have', { kind: 'aspect', across: 10000, down: 1, anchor }, 'long'],
    ['less than the picture', { kind: 'size', width: 2000, height: 1000, anchor }, 'cut'],
  ])('by %s is refused', (_what, by, obstacle) => {
    expect(extend(size, by)).toEqual({ ok: false, obstacle });
  });

  test.each<[Anchor, number, number]>([
    ['top-left', 0, 0],
    ['top', -50, 0],
    ['right', -100, -40],
    ['bottom-right', -100, -80],
  ])('to a size puts the picture at %s', (at, left, top) => {
    const extended = extend(size, { kind: 'size', width: 1700, height: 1280, anchor: at });
    expect(extended).toMatchObject({ ok: true, canvas: { left, top } });
    expect(anchors).toContain(at);
  });

  test('stays in the middle where nothing else is asked for', () => {
    expect(extension.parse({ kind: 'aspect', across: 1, down: 1 })).toMatchObject({ anchor: 'center' });
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
