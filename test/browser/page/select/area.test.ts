import type { Rect } from '../../../photoshop/model/state';
import { type Area, joined } from './area';

const canvas: Rect = { left: 0, top: 0, right: 4, bottom: 2 };
const full = (bounds: Rect, value = 255): Area => ({
  bounds,
  values: new Uint8Array((bounds.right - bounds.left) * (bounds.bottom - bounds.top)).fill(value),
});
const left: Rect = { left: 0, top: 0, right: 2, bottom: 2 };
const middle: Rect = { left: 1, top: 0, right: 3, bottom: 2 };

it('cuts off what lies beyond the canvas, and counts as deep as the document', () => {
  const drawn = full({ left: -3, top: -1, right: 1, bottom: 1 });
  expect(joined(undefined, drawn, 'replace', canvas, 16)).toEqual({
    bounds: { left: 0, top: 0, right: 1, bottom: 1 },
    samples: Uint16Array.of(32768),
  });
  expect(joined(undefined, full({ left: 5, top: 5, right: 6, bottom: 6 }), 'replace', canvas, 8)).toBeUndefined();
});

it('adds by the higher value and takes away what is drawn', () => {
  const before = joined(undefined, full(left, 100), 'replace', canvas, 8);
  expect(joined(before, full(middle), 'add', canvas, 8)).toEqual({
    bounds: { left: 0, top: 0, right: 3, bottom: 2 },
    samples: Uint8Array.of(100, 255, 255, 100, 255, 255),
  });
  expect(joined(before, full(middle, 200), 'subtract', canvas, 8)?.samples).toEqual(Uint8Array.of(100, 55, 100, 55));
  expect(joined(undefined, full(middle), 'subtract', canvas, 8)).toBeUndefined();
});
