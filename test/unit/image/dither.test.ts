import { ditherSteps } from '../../../src/image/dither';
import { type Raster, sRGB } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';

const step = 32768 / 255;
const size = { width: 64, height: 64 };
const flat: Raster = { ...size, channels: 3, space: sRGB, data: new Uint16Array(64 * 64 * 3).fill(100 * step) };

it('spreads a level of 8 bit over its whole step, without moving its mean, the same every time', () => {
  const { data } = runNow(ditherSteps(flat, undefined));
  const differences = Array.from(data, (value) => (value - 100 * step) / step);
  expect(Math.max(...differences)).toBeLessThan(0.51);
  expect(Math.min(...differences)).toBeGreaterThan(-0.51);
  expect(Math.max(...differences) - Math.min(...differences)).toBeGreaterThan(0.95);
  expect(Math.abs(differences.reduce((sum, value) => sum + value, 0) / differences.length)).toBeLessThan(0.01);
  expect(runNow(ditherSteps(flat, undefined)).data).toEqual(data);
});

it('leaves alone what is spared', () => {
  expect(runNow(ditherSteps(flat, new Float32Array(64 * 64).fill(1))).data).toEqual(flat.data);
});
