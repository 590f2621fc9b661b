import { checkCaps, noCaps, nothingSpent } from '../../../src/routing/caps';

const price = (dollars: number) => ({ dollars, certainty: 'at-most' }) as const;

describe('a limit', () => {
  test.each([
    ['call', { ...noCaps, call: 0.04 }, nothingSpent],
    ['day', { ...noCaps, day: 1 }, { day: 0.96, client: 0 }],
    ['client', { ...noCaps, client: 5 }, { day: 0, client: 4.99 }],
  ] as const)('per %s stops what would go beyond it', (cap, caps, spent) => {
    expect(checkCaps(price(0.045), caps, spent)).toMatchObject({
      code: 'route.over-cap',
      details: { cap, dollars: 0.045, limit: caps[cap] },
    });
  });

  test('lets through what just reaches it', () => {
    expect(checkCaps(price(0.1), { call: 0.1, day: 0.3, client: 0.3 }, { day: 0.2, client: 0.2 })).toBeUndefined();
  });

  test('never stops what is free, even where all is spent', () => {
    expect(checkCaps(price(0), { call: 0, day: 0, client: 0 }, { day: 9, client: 9 })).toBeUndefined();
  });

  test('of zero lets nothing through that costs', () => {
    expect(checkCaps(price(0.001), { ...noCaps, call: 0 }, nothingSpent)).toMatchObject({ code: 'route.over-cap' });
  });
});
