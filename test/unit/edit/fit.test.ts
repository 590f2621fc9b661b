import fc from 'fast-check';
import { fit } from '../../../src/edit/fit';
import { growTo } from '../../../src/edit/growTo';
import { contains, heightOf, type Rect, rectOf, sizeOf, widthOf } from '../../../src/image/rect';
import type { SizeRule } from '../../../src/routing/model';

const rect = (left: number, top: number, right: number, bottom: number): Rect => ({ left, top, right, bottom });
const canvas = rect(0, 0, 1000, 800);

const multiples: SizeRule = { kind: 'multiples', of: 16, minSide: 64, maxSide: 2048, maxPixels: 4_000_000 };
const ratios: SizeRule = {
  kind: 'ratios',
  ratios: ['1:1', '4:3', '3:4', '16:9'],
  tiers: [
    { name: '1K', pixels: 1_048_576 },
    { name: '2K', pixels: 4_194_304 },
  ],
};
const list: SizeRule = {
  kind: 'list',
  sizes: [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
  ],
};
const asInput: SizeRule = { kind: 'as-the-input', maxPixels: 1_000_000 };

describe('growing a rectangle', () => {
  test.each([
    ['evenly', rect(400, 300, 500, 400), { width: 120, height: 110 }, rect(390, 295, 510, 405)],
    ['along the left edge', rect(0, 300, 100, 400), { width: 160, height: 100 }, rect(0, 300, 160, 400)],
    ['along the bottom', rect(400, 700, 500, 800), { width: 100, height: 200 }, rect(400, 600, 500, 800)],
    ['beyond a canvas that is too small', rect(0, 0, 1000, 800), { width: 1008, height: 800 }, rect(-4, 0, 1004, 800)],
  ])('%s', (_how, given, size, expected) => {
    expect(growTo(given, size, canvas)).toEqual(expected);
  });
});

describe('a crop, fitted to a model', () => {
  test.each<[string, Rect, SizeRule, object]>([
    [
      'whose sides are multiples: grown to them, at native scale',
      rect(400, 300, 550, 400),
      multiples,
      { sentInDocument: rect(395, 294, 555, 406), source: { width: 160, height: 112 }, scale: 1 },
    ],
    [
      'that is too small for the model: grown to the least size',
      rect(400, 300, 420, 310),
      multiples,
      { source: { width: 64, height: 64 }, scale: 1 },
    ],
    [
      'of fixed ratios: grown to the one that adds least, in the smallest tier that holds it',
      rect(100, 100, 500, 420),
      ratios,
      { source: { width: 427, height: 320 }, asked: { ratio: '4:3', tier: '1K', width: 1182, height: 887 }, scale: 1 },
    ],
    [
      'of a model that takes it as it is',
      rect(100, 100, 500, 420),
      asInput,
      { sentInDocument: rect(100, 100, 500, 420), source: { width: 400, height: 320 }, scale: 1 },
    ],
    [
      'of listed sizes: more is shown around it rather than the picture enlarged',
      rect(100, 100, 200, 200),
      list,
      { source: { width: 1024, height: 1024 }, asked: { width: 1024, height: 1024 } },
    ],
  ])('%s', (_what, crop, rule, expected) => {
    expect(fit(crop, canvas, rule)).toMatchObject(expected);
  });

  test('that is larger than the model takes is reduced by one factor', () => {
    const large = rectOf({ width: 6000, height: 4000 });
    const { source, scale, sentInDocument } = fit(large, large, multiples);
    expect(source.width * source.height).toBeLessThanOrEqual(4_000_000);
    expect(scale).toBeCloseTo(source.width / widthOf(sentInDocument), 3);
    expect(scale).toBeLessThan(0.5);
  });

  const size = fc.record({ width: fc.integer({ min: 16, max: 5000 }), height: fc.integer({ min: 16, max: 5000 }) });
  const cropIn = (whole: { width: number; height: number }) =>
    fc
      .tuple(fc.nat(whole.width - 1), fc.nat(whole.height - 1), fc.nat(whole.width), fc.nat(whole.height))
      .map(([left, top, width, height]) =>
        rect(left, top, Math.min(whole.width, left + width + 1), Math.min(whole.height, top + height + 1)),
      );

  test.each([
    ['multiples', multiples],
    ['ratios', ratios],
    ['a list', list],
    ['as the input', asInput],
  ] as const)('is never scaled unevenly and never loses a pixel: %s', (_name, rule) => {
    fc.assert(
      fc.property(
        size.chain((whole) => cropIn(whole).map((crop) => ({ whole, crop }))),
        ({ whole, crop }) => {
          const { sentInDocument, source, scale } = fit(crop, rectOf(whole), rule);
          const { width, height } = sizeOf(sentInDocument);
          expect(contains(sentInDocument, crop)).toBe(true);
          expect(scale).toBeLessThanOrEqual(1);
          // half a pixel on either side is what whole pixels cost
          expect(Math.abs(source.width - (width * source.height) / height)).toBeLessThan(1 + source.width / height);
          if (rule.kind === 'multiples') expect([source.width % 16, source.height % 16]).toEqual([0, 0]);
          if (rule.kind === 'as-the-input') expect(source.width * source.height).toBeLessThanOrEqual(rule.maxPixels);
          expect(Math.min(heightOf(sentInDocument), widthOf(sentInDocument))).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
