import { frameFor } from '../../../src/edit/frame';
import { editRequest } from '../../../src/edit/operations';
import { areaOf, contains, type Rect } from '../../../src/image/rect';

const megapixels = 1_000_000;
const rect = (left: number, top: number, right: number, bottom: number): Rect => ({ left, top, right, bottom });

function frame(size: { width: number; height: number }, bounds: Rect | undefined, recipe = { grow: 0, feather: 6 }) {
  const request = editRequest.parse({ operation: 'remove', seed: 1, ...recipe });
  const spec = { takes: 'srgb8', size: { kind: 'as-the-input', maxPixels: 8 * megapixels } } as const;
  return frameFor(request, { size, ...(bounds && { selection: { bounds } }) }, spec);
}

describe('the frame around a selection', () => {
  const canvas = { width: 1000, height: 800 };

  test.each([
    ['in the middle', rect(400, 300, 500, 400), rect(394, 294, 506, 406), rect(138, 38, 762, 662)],
    ['in a corner', rect(0, 0, 50, 50), rect(0, 0, 56, 56), rect(0, 0, 312, 312)],
    ['beyond the canvas', rect(-40, 700, 90, 900), rect(0, 694, 96, 800), rect(0, 438, 352, 800)],
    ['a single row', rect(10, 400, 990, 401), rect(4, 394, 996, 407), rect(0, 0, 1000, 800)],
  ])('covers the target and its surroundings: %s', (_where, bounds, target, context) => {
    const framed = frame(canvas, bounds);
    expect(framed).toMatchObject({ ok: true, frame: { targetInDocument: target, contextInDocument: context } });
  });

  test('reaches as far as grow and feather together', () => {
    const framed = frame(canvas, rect(400, 300, 500, 400), { grow: 10, feather: 4.5 });
    expect(framed).toMatchObject({ ok: true, frame: { targetInDocument: rect(385, 285, 515, 415) } });
  });

  test('of a large selection stays below the cap of the model', () => {
    const framed = frame({ width: 6000, height: 4000 }, rect(1000, 1000, 3000, 2500));
    if (!framed.ok) throw framed.refusal;
    expect(areaOf(framed.frame.contextInDocument)).toBeLessThanOrEqual(8 * megapixels);
    expect(contains(framed.frame.contextInDocument, framed.frame.targetInDocument)).toBe(true);
  });

  test('of a target beyond the cap still has a margin to continue from', () => {
    const framed = frame({ width: 6000, height: 4000 }, rect(500, 500, 5500, 3500));
    expect(framed).toMatchObject({ ok: true, frame: { contextInDocument: rect(430, 430, 5570, 3570) } });
  });

  test.each([
    ['nothing is selected', canvas, undefined, 'edit.no-selection'],
    ['a single pixel is selected', canvas, rect(5, 5, 6, 6), 'edit.selection-too-small'],
    ['the selection lies off the canvas', canvas, rect(1000, 0, 1100, 50), 'edit.selection-outside'],
    ['the picture is too small', { width: 15, height: 400 }, rect(2, 2, 8, 8), 'edit.picture-too-small'],
  ])('is refused when %s', (_why, size, bounds, code) => {
    expect(frame(size, bounds)).toMatchObject({ ok: false, refusal: { code } });
  });
});
