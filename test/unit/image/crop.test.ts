import fc from 'fast-check';
import { cropRaster, pasteInto, reframeMask } from '../../../src/image/crop';
import type { Raster } from '../../../src/image/raster';
import { rectOf, type Rect } from '../../../src/image/rect';
import { someRaster } from '../../support/arbitraries';
import '../../support/matchers';
import { aRaster, drawingOf, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('a crop holds the pixels of its area', () => {
  const raster = aRaster([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
  ]);
  const cropped = runNow(cropRaster(raster, { left: 1, top: 1, right: 3, bottom: 3 }));
  expect(cropped).toMatchRaster(
    aRaster([
      [6, 7],
      [10, 11],
    ]),
  );
});

test('an area that leaves the picture is a fault', () => {
  expect(() => runNow(cropRaster(aRaster([[1]]), { left: 0, top: 0, right: 2, bottom: 1 }))).toThrow('inside');
});

test('pasting a crop back where it came from changes nothing', () => {
  const cases = someRaster(16, 3).chain((raster) => fc.tuple(fc.constant(raster), areaIn(raster)));
  fc.assert(
    fc.property(cases, ([raster, area]) => {
      const target = { ...raster, data: raster.data.slice() };
      runNow(pasteInto(target, runNow(cropRaster(raster, area)), area));
      expect(target).toMatchRaster(raster);
    }),
  );
});

test.each([
  [
    'over the left top corner',
    { left: -1, top: -1 },
    [
      [4, 0],
      [0, 0],
    ],
  ],
  [
    'over the right bottom corner',
    { left: 1, top: 1 },
    [
      [0, 0],
      [0, 1],
    ],
  ],
  [
    'beside the picture',
    { left: 2, top: 0 },
    [
      [0, 0],
      [0, 0],
    ],
  ],
])('a block that lies %s is cut', (_, corner, expected) => {
  const target = aRaster([
    [0, 0],
    [0, 0],
  ]);
  runNow(
    pasteInto(
      target,
      aRaster([
        [1, 2],
        [3, 4],
      ]),
      corner,
    ),
  );
  expect(target).toMatchRaster(aRaster(expected));
});

test.each([
  ['the same frame', { left: 10, top: 20, right: 13, bottom: 22 }, '#5.\n..#'],
  ['a wider frame', { left: 9, top: 19, right: 14, bottom: 23 }, '.....\n.#5..\n...#.\n.....'],
  ['a frame that cuts it', { left: 11, top: 19, right: 13, bottom: 21 }, '..\n5.'],
  ['a frame beside it', { left: 20, top: 20, right: 22, bottom: 21 }, '..'],
])('a mask is seen in %s', (_, frame: Rect, expected) => {
  const mask = picture('#5.\n..#');
  expect(drawingOf(runNow(reframeMask(mask, { left: 10, top: 20, right: 13, bottom: 22 }, frame)))).toBe(
    drawingOf(picture(expected)),
  );
});

function areaIn(raster: Raster): fc.Arbitrary<Rect> {
  const { right, bottom } = rectOf(raster);
  const edges = (end: number) =>
    fc
      .tuple(fc.integer({ min: 0, max: end }), fc.integer({ min: 0, max: end }))
      .map(([a, b]) => [a, b].sort((x, y) => x - y));
  return fc.tuple(edges(right), edges(bottom)).map(([[l, r], [t, b]]) => ({ left: l, top: t, right: r, bottom: b }));
}
