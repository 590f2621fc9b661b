import { catalog } from '../../../src/routing/catalog';
import { type PricedCall, priceLabel, priceOf } from '../../../src/routing/price';

test.each([
  [0, 'listed', 'Free'],
  [0, 'at-most', 'Free'],
  [0.045, 'listed', '$0.045'],
  [0.12, 'listed', '$0.12'],
  [0.1, 'estimate', 'about $0.10'],
  [0.005, 'listed', '$0.005'],
  [1, 'listed', '$1.00'],
  [15.656, 'listed', '$15.66'],
  [0.1, 'at-most', 'unlisted, at most $0.10'],
] as const)('a price of %d dollars (%s) reads %s', (dollars, certainty, label) => {
  expect(priceLabel({ dollars, certainty })).toBe(label);
});

const square = (side: number) => ({ width: side, height: side });
const call = (side: number, pictures: readonly number[], more: Partial<PricedCall> = {}): PricedCall => ({
  size: square(side),
  pictures: pictures.map(square),
  variants: 1,
  ...more,
});
const tier = (name: string) => ({ size: { ...square(1024), tier: name } });

describe('the price of a request', () => {
  test.each([
    ['flux-2-pro', call(1024, [1024]), 0.045, 'listed'],
    ['flux-2-pro', call(1024, []), 0.03, 'listed'],
    ['flux-2-pro', call(2000, [2000]), 0.03 + 3 * 0.015 + 4 * 0.015, 'listed'],
    ['flux-2-pro', call(1024, [1024, 800, 1100]), 0.03 + (1 + 1 + 2) * 0.015, 'listed'],
    ['flux-2-pro', call(1024, [1024], { variants: 4 }), 0.18, 'listed'],
    ['flux-2-max', call(1024, [1024]), 0.1, 'listed'],
    ['flux-2-flex', call(1024, [1024]), 0.1, 'listed'],
    ['flux-2-klein-4b', call(1024, [1024]), 0.015, 'listed'],
    ['flux-2-klein-9b', call(1024, [1024]), 0.017, 'listed'],
    ['flux-pro-1.0-fill', call(1024, [1024]), 0.05, 'listed'],
    ['flux-tools/erase-v1', call(1024, [1024]), 0.1, 'at-most'],
    ['gemini-3.1-flash-image', call(1024, [1024], tier('4K')), 0.151, 'listed'],
    ['gemini-3.1-flash-image', call(1024, [1024], tier('512')), 0.045, 'listed'],
    ['gemini-3-pro-image', call(1024, [1024, 1024], tier('2K')), 0.1362, 'listed'],
    ['gemini-nano-banana-2.1', call(1024, [1024], tier('1K')), 0.034, 'estimate'],
    ['gemini-nano-banana-2.1', call(1024, [1024], tier('4K')), 0.151, 'at-most'],
    ['fal-ai/nano-banana-2/edit', call(1024, [1024], tier('2K')), 0.12, 'listed'],
    ['inlay-local', call(2000, [2000], { variants: 3 }), 0, 'listed'],
    ['comfyui-flux-2-edit', call(2000, [2000]), 0, 'listed'],
  ] as const)('%s', (id, request, dollars, certainty) => {
    const spec = catalog.models.find((model) => model.id === id);
    if (spec === undefined) throw new Error(id);
    const price = priceOf(spec, request);
    expect(price.dollars).toBeCloseTo(dollars, 9);
    expect(price.certainty).toBe(certainty);
  });
});
