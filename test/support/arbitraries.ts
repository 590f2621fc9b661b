import fc from 'fast-check';
import type { Mask } from '../../src/image/mask';
import type { Raster } from '../../src/image/raster';
import { aMask, aRaster } from './pictures';

/** Small masks with flat parts, hard edges and grays. */
export function someMask(depth: 8 | 16, largest = 14): fc.Arbitrary<Mask> {
  const full = depth === 8 ? 255 : 32768;
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constant(full) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: full }) },
  );
  return grid(value, largest).map((rows) => aMask(rows, depth));
}

/** Small rasters of one depth and number of channels, with any values. */
export function someRaster(depth: 8 | 16, channels: Raster['channels'], largest = 10): fc.Arbitrary<Raster> {
  const value = fc.integer({ min: 0, max: depth === 8 ? 255 : 32768 });
  return grid(value, largest, channels).map((rows) => aRaster(rows, { depth, channels }));
}

function grid(value: fc.Arbitrary<number>, largest: number, perPixel = 1): fc.Arbitrary<number[][]> {
  const side = fc.integer({ min: 1, max: largest });
  return fc.tuple(side, side).chain(([width, height]) => {
    const row = fc.array(value, { minLength: width * perPixel, maxLength: width * perPixel });
    return fc.array(row, { minLength: height, maxLength: height });
  });
}
