import fc from 'fast-check';
import { layerName } from '../../../src/edit/layerName';
import { editRequest } from '../../../src/edit/operations';
import { type EditPlan, planEdit, planInstead } from '../../../src/edit/plan';
import { planOfTile } from '../../../src/edit/planOfTile';
import { tilesFor } from '../../../src/edit/tiles';
import { areaOf, contains, intersect, isEmpty, type Rect, rectOf, type Size, union } from '../../../src/image/rect';
import { catalog } from '../../../src/routing/catalog';
import type { EditModel, SizeRule } from '../../../src/routing/model';

const multiples: SizeRule = { kind: 'multiples', of: 16, minSide: 64, maxSide: 2048, maxPixels: 4_000_000 };
const list: SizeRule = {
  kind: 'list',
  sizes: [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
  ],
};
const asInput: SizeRule = { kind: 'as-the-input', maxPixels: 2_000_000 };
const ratios: SizeRule = {
  kind: 'ratios',
  ratios: ['1:1', '4:3', '3:4', '16:9'],
  tiers: [
    { name: '1K', pixels: 1_048_576 },
    { name: '2K', pixels: 4_194_304 },
  ],
};

const whole = (width: number, height: number) => rectOf({ width, height });
const rect = (left: number, top: number, right: number, bottom: number): Rect => ({ left, top, right, bottom });

describe('the tiles of a region', () => {
  test.each<[string, Size, SizeRule, number]>([
    ['a region that the model takes whole', { width: 1200, height: 900 }, multiples, 0],
    ['twice as wide as the model takes', { width: 3600, height: 1200 }, multiples, 2],
    ['24 megapixels where a side is limited', { width: 6000, height: 4000 }, multiples, 12],
    ['24 megapixels, 2 at once', { width: 6000, height: 4000 }, asInput, 15],
    ['of fixed ratios', { width: 4000, height: 3000 }, ratios, 4],
    ['of listed sizes', { width: 2700, height: 1900 }, list, 4],
  ])('are as few as cover it at native scale: %s', (_what, { width, height }, rule, count) => {
    const tiles = tilesFor(whole(width, height), whole(width, height), whole(width, height), rule);
    expect(tiles.length).toBe(count);
    expect(tiles.every(({ fit }) => fit.scale === 1)).toBe(true);
  });

  test('are only those that have a share in what is to change', () => {
    const region = whole(6000, 4000);
    const target = rect(100, 100, 5900, 900);
    const tiles = tilesFor(region, target, region, multiples);
    expect(tiles.length).toBeGreaterThan(1);
    expect(tiles.every(({ cellInDocument }) => cellInDocument.top < 900)).toBe(true);
  });

  const size = fc.record({ width: fc.integer({ min: 300, max: 9000 }), height: fc.integer({ min: 300, max: 9000 }) });
  test.each([
    ['multiples', multiples],
    ['ratios', ratios],
    ['a list', list],
    ['as the input', asInput],
  ] as const)(
    'cover every pixel, each pixel is one tile’s own, and neighbors share 64 pixels and more: %s',
    (_name, rule) => {
      fc.assert(
        fc.property(size, ({ width, height }) => {
          const region = whole(width, height);
          const tiles = tilesFor(region, region, region, rule);
          if (tiles.length === 0) return;
          expect(tiles.reduce((sum, { cellInDocument }) => sum + areaOf(cellInDocument), 0)).toBe(areaOf(region));
          expect(tiles.map(({ contextInDocument }) => contextInDocument).reduce(union)).toEqual(region);
          for (const { contextInDocument, cellInDocument, fit } of tiles) {
            expect(fit.scale).toBe(1);
            const withMargin = {
              left: Math.max(0, cellInDocument.left - 31),
              top: Math.max(0, cellInDocument.top - 31),
              right: Math.min(width, cellInDocument.right + 31),
              bottom: Math.min(height, cellInDocument.bottom + 31),
            };
            expect(contains(contextInDocument, withMargin)).toBe(true);
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});

const models: readonly EditModel[] = catalog.models.map((spec) => ({
  spec,
  edit: () => Promise.reject(new Error('Nothing is sent.')),
}));
const circumstances = {
  providers: catalog.providers,
  configured: { keys: ['bfl'], endpoints: [], presets: {} },
  today: '2026-11-24',
  history: [],
};
const outline = { size: { width: 6000, height: 4000 } };

function planned(fields: object, picture: Parameters<typeof planEdit>[1] = outline): EditPlan {
  const request = editRequest.parse({ operation: 'instruct', prompt: 'make it night', seed: 1, ...fields });
  const result = planEdit(request, picture, models, circumstances);
  if (!result.ok) throw result.refusal;
  return result.plan;
}

const told = { prompt: '', asked: { width: 1, height: 1 }, dollars: undefined, requestId: undefined };

describe('a plan of tiles', () => {
  test.each([
    [{ model: 'flux-2-pro' }, 0, 0.135, '0.41×'],
    [{ model: 'flux-2-pro', tiles: 'native' }, 8, 1.08, 'native in 8 tiles'],
    [{ model: 'flux-2-pro', tiles: 'native', variants: 3 }, 8, 3.24, 'native in 8 tiles'],
  ])('costs what all its tiles cost, and says so: %j', (fields, tiles, dollars, scale) => {
    const plan = planned(fields);
    expect(plan.tiles.length).toBe(tiles);
    expect(plan.route.price.dollars).toBeCloseTo(dollars, 6);
    expect(layerName({ plan, told: { ...told, came: plan.fit.asked } })).toBe(`Instruct · FLUX.2 Pro · ${scale}`);
  });

  test('is a plan of one crop where the model takes it whole, and where a picture is made from nothing', () => {
    expect(planned({ model: 'flux-2-pro', tiles: 'native' }, { size: { width: 1200, height: 900 } }).tiles).toEqual([]);
    expect(editRequest.safeParse({ operation: 'generate', prompt: 'a sea', seed: 1, tiles: 'native' }).success).toBe(
      false,
    );
    expect(editRequest.safeParse({ operation: 'instruct', prompt: 'x', seed: 1, tiles: 'many' }).success).toBe(false);
  });

  test('has tiles of another number where another model takes its place', () => {
    const plan = planned({ tiles: 'native', model: 'flux-2-pro' });
    const next = models.find(({ spec }) => spec.id === 'flux-2-max');
    if (next === undefined) throw new Error('no such model');
    const instead = planInstead(plan, outline, next);
    if (!instead.ok) throw instead.refusal;
    expect(instead.plan.tiles.length).toBe(8);
    expect(instead.plan.route.price.dollars).toBeCloseTo(2.24, 6);
  });

  test('is made of plans that are each a crop of its own, at its share of the price', () => {
    const plan = planned(
      { tiles: 'native', model: 'flux-2-pro', operation: 'inpaint' },
      {
        ...outline,
        selection: { bounds: rect(500, 500, 4500, 2500) },
      },
    );
    const parts = plan.tiles.map((tile) => planOfTile(plan, tile));
    expect(parts.reduce((sum, { route }) => sum + route.price.dollars, 0)).toBeCloseTo(plan.route.price.dollars, 6);
    for (const { frame, tiles } of parts) {
      expect(tiles).toEqual([]);
      expect(isEmpty(intersect(frame.targetInDocument, frame.contextInDocument))).toBe(false);
      expect(contains(plan.frame.contextInDocument, frame.contextInDocument)).toBe(true);
    }
  });
});
