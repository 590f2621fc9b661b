import fc from 'fast-check';
import { featherOutward } from '../../../src/image/feather';
import { someMask } from '../../support/arbitraries';
import '../../support/matchers';
import { aMask, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('a hard edge gets a smooth ramp of the width asked for', () => {
  const half = aMask(Array.from({ length: 40 }, () => Array.from({ length: 20 }, (_, x) => (x < 10 ? 255 : 0))));
  const row = runNow(featherOutward(half, 6)).data.subarray(20 * 20, 21 * 20);
  const smoothstep = [5, 4, 3, 2, 1, 0].map((left) => Math.round(255 * (left / 6) ** 2 * (3 - (2 * left) / 6)));
  expect(Array.from(row)).toEqual([...Array<number>(10).fill(255), ...smoothstep, 0, 0, 0, 0]);
});

test('a thin line gets a quarter of the width', () => {
  const line = aMask(Array.from({ length: 30 }, () => Array.from({ length: 21 }, (_, x) => (x === 10 ? 255 : 0))));
  const row = runNow(featherOutward(line, 8)).data.subarray(15 * 21, 16 * 21);
  expect(Array.from(row.subarray(8, 13))).toEqual([0, 128, 255, 128, 0]);
});

test('a width of 0 changes nothing', () => {
  const mask = picture('.5#\n#..');
  expect(runNow(featherOutward(mask, 0))).toMatchRaster(mask);
});

test('the grays of a soft selection stay where they are gentler than the ramp', () => {
  const soft = aMask(Array.from({ length: 40 }, () => Array.from({ length: 60 }, (_, x) => Math.max(0, 255 - x * 5))));
  expect(runNow(featherOutward(soft, 6))).toMatchRaster(soft);
});

describe.each([8, 16] as const)('at %i bit', (depth) => {
  test('nothing is lowered, and nothing changes beyond the width', () => {
    fc.assert(
      fc.property(someMask(depth, 18), fc.double({ min: 0, max: 12, noNaN: true }), (mask, width) => {
        const feathered = runNow(featherOutward(mask, width));
        expect(mask.data.every((value, i) => feathered.data[i] >= value)).toBe(true);
        const isBeyond = (i: number) => mask.data[i] === 0 && nearestSelected(mask, i) >= width;
        expect(feathered.data.every((value, i) => value === 0 || !isBeyond(i))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

function nearestSelected({ width, data }: { width: number; data: ArrayLike<number> }, i: number): number {
  let nearest = Infinity;
  for (let j = 0; j < data.length; j++) {
    if (data[j] === 0) continue;
    nearest = Math.min(
      nearest,
      ((j % width) - (i % width)) ** 2 + (Math.floor(j / width) - Math.floor(i / width)) ** 2,
    );
  }
  return Math.sqrt(nearest);
}
