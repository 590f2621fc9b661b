import fc from 'fast-check';
import { growMask } from '../../../src/image/grow';
import type { Mask } from '../../../src/image/mask';
import { someMask } from '../../support/arbitraries';
import '../../support/matchers';
import { drawingOf, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('growing a point draws a disc', () => {
  const grown = runNow(growMask(picture('.......\n.......\n.......\n...#...\n.......\n.......\n.......'), 3));
  expect(drawingOf(grown)).toBe('...#...\n.#####.\n.#####.\n#######\n.#####.\n.#####.\n...#...');
});

test('the grays of a soft selection grow as grays', () => {
  expect(drawingOf(runNow(growMask(picture('.....\n..5..\n.....'), 1)))).toBe('..5..\n.555.\n..5..');
});

test('growing by less than a pixel changes nothing', () => {
  const mask = picture('.5#\n#..');
  expect(runNow(growMask(mask, 0))).toMatchRaster(mask);
  expect(runNow(growMask(mask, 0.9))).toMatchRaster(mask);
});

describe.each([8, 16] as const)('at %i bit', (depth) => {
  test('growing takes the highest value within a disc', () => {
    fc.assert(
      fc.property(someMask(depth), fc.double({ min: 0, max: 7, noNaN: true }), (mask, radius) => {
        expect(runNow(growMask(mask, radius))).toMatchRaster(highestWithin(mask, radius));
      }),
      { numRuns: 300 },
    );
  });

  test('growing never lowers a value', () => {
    fc.assert(
      fc.property(someMask(depth), fc.integer({ min: 0, max: 256 }), (mask, radius) => {
        const grown = runNow(growMask(mask, radius));
        expect(mask.data.every((value, i) => grown.data[i] >= value)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

test('the mask that is grown stays as it was', () => {
  const mask = picture('..#..');
  runNow(growMask(mask, 2));
  expect(drawingOf(mask)).toBe('..#..');
});

function highestWithin({ width, height, data }: Mask, radius: number): Mask {
  const highest = data.map((own, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let value = own;
    for (let j = 0; j < data.length; j++) {
      const away = ((j % width) - x) ** 2 + (Math.floor(j / width) - y) ** 2;
      if (away <= radius * radius) value = Math.max(value, data[j]);
    }
    return value;
  });
  return { width, height, data: highest };
}
