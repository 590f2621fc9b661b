import fc from 'fast-check';
import { cropRaster } from '../../../src/image/crop';
import type { Raster } from '../../../src/image/raster';
import { resizeMask, resizeRaster } from '../../../src/image/resize';
import { someRaster } from '../../support/arbitraries';
import '../../support/matchers';
import { aRaster, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('the same size is the same picture', () => {
  const raster = aRaster([[1, 2, 3]]);
  expect(runNow(resizeRaster(raster, { width: 3, height: 1 }))).toMatchRaster(raster);
});

test.each([
  [{ width: 3, height: 2 }],
  [{ width: 100, height: 7 }],
  [{ width: 1, height: 1 }],
  [{ width: 640, height: 480 }],
])('a flat picture stays flat at %o', (size) => {
  const flat = filled(64, 48, 3, [10, 128, 250]);
  expect(runNow(resizeRaster(flat, size))).toMatchRaster(filled(size.width, size.height, 3, [10, 128, 250]));
});

test('a fine pattern becomes its mean, not moiré', () => {
  const stripes = aRaster(Array.from({ length: 60 }, () => Array.from({ length: 200 }, (_, x) => (x % 2) * 255)));
  const small = runNow(resizeRaster(stripes, { width: 67, height: 20 }));
  const inner = runNow(cropRaster(small, { left: 2, top: 0, right: 65, bottom: 20 }));
  expect(inner).toMatchRaster(filled(63, 20, 1, [128]), { within: 6 });
});

test('a slope keeps its place when it is made smaller or larger', () => {
  for (const width of [16, 50, 400]) {
    const resized = runNow(resizeRaster(slope(100), { width, height: 1 }));
    const expected = Array.from({ length: width }, (_, x) => ((x + 0.5) / width) * 25500);
    const inner = expected.map((value, x) =>
      x < width / 10 || x > width * 0.9 ? 0 : Math.abs(resized.data[x] - value),
    );
    expect(Math.max(...inner)).toBeLessThan(40);
  }
});

test('what is transparent does not tint what is seen', () => {
  const raster = filled(8, 8, 4, [0, 200, 0, 255]);
  for (let i = 0; i < 4 * 8 * 4; i += 4) raster.data.set([255, 0, 0, 0], i);
  const small = runNow(resizeRaster(raster, { width: 3, height: 3 }));
  const seen = Array.from({ length: 9 }, (_, i) => small.data.subarray(i * 4, i * 4 + 4)).filter(
    (pixel) => pixel[3] > 0,
  );
  expect(seen.every(([red, green, blue]) => red === 0 && green === 200 && blue === 0)).toBe(true);
});

test('values stay inside the scale', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(someRaster(16, 3), size, (raster, to) => {
      const resized = runNow(resizeRaster(raster, to));
      expect(resized.data.length).toBe(to.width * to.height * 3);
      expect(resized.data.every((value) => value <= 32768)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a mask is resized like a picture of one channel', () => {
  expect(runNow(resizeMask(picture('##\n##', 16), { width: 1, height: 1 }))).toMatchRaster(picture('#', 16));
});

function slope(width: number): Raster {
  return aRaster([Array.from({ length: width }, (_, x) => ((x + 0.5) / width) * 25500)], { depth: 16 });
}

function filled(width: number, height: number, channels: Raster['channels'], pixel: readonly number[]): Raster {
  const row = Array.from({ length: width }, () => pixel).flat();
  return aRaster(
    Array.from({ length: height }, () => row),
    { channels },
  );
}
