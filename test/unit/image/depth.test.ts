import { maskToDepth, toEightBit } from '../../../src/image/depth';
import '../../support/matchers';
import { aMask, aRaster } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('an 8-bit picture is itself', () => {
  const raster = aRaster([[0, 1, 255]]);
  expect(runNow(toEightBit(raster))).toBe(raster);
});

test('at 16 bit the white of 32768 becomes 255, and the rest is rounded', () => {
  const raster = aRaster([[0, 64, 65, 128, 16384, 32767, 32768]], { depth: 16 });
  expect(runNow(toEightBit(raster))).toMatchRaster(aRaster([[0, 0, 1, 1, 128, 255, 255]]));
});

test('at 32 bit what lies beyond the scale is cut', () => {
  const raster = aRaster([[-0.5, 0, 0.5, 1, 7, NaN]], { depth: 32 });
  expect(runNow(toEightBit(raster))).toMatchRaster(aRaster([[0, 0, 128, 255, 255, 0]]));
});

test('a mask takes the depth of its document and keeps its grays', () => {
  const mask = aMask([[0, 1, 128, 255]]);
  const deep = runNow(maskToDepth(mask, 16));
  expect(deep).toMatchRaster(aMask([[0, 129, 16448, 32768]], 16));
  expect(runNow(maskToDepth(deep, 8))).toMatchRaster(mask);
  expect(runNow(maskToDepth(deep, 32))).toBe(deep);
});
