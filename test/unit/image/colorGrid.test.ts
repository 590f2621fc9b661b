import { gridColors, learnColors, throughGrid } from '../../../src/image/colorGrid';
import { fromLinear, toLinear } from '../../../src/image/matrixModel';
import { type ColorSpace, fullScaleOf, type Raster, sRGB } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';

const wide: ColorSpace = { model: 'rgb', profile: 'a wide one' };

/** From a wide space with a gamma of 2.2, as a color engine does it: many of its colors are cut off. */
const matrix = [1.8, -0.6, -0.2, -0.1, 1.15, -0.05, 0, -0.2, 1.2];

function convert(picture: Raster, warp: (value: number) => number = (value) => value): Raster {
  const full = fullScaleOf(picture.data);
  const data = picture.data.slice();
  for (let at = 0; at < data.length; at += picture.channels) {
    const light = [0, 1, 2].map((i) => (picture.data[at + i] / full) ** 2.2);
    for (let row = 0; row < 3; row++) {
      const sum = light.reduce((total, value, i) => total + value * matrix[row * 3 + i], 0);
      data[at + row] = Math.round(warp(fromLinear(sum)) * full);
    }
  }
  return { ...picture, space: sRGB, data };
}

function many(depth: 8 | 16): Raster {
  const full = depth === 16 ? 32768 : 255;
  const data = depth === 16 ? new Uint16Array(3000) : new Uint8Array(3000);
  const value = (i: number) => Math.round((((i * 2654435761) >>> 8) % 1009) * (full / 1008));
  return { width: 50, height: 20, channels: 3, space: wide, data: data.map((_, i) => value(i)) };
}

function worst(shown: Raster, expected: Raster): number {
  const scale = 255 / fullScaleOf(expected.data);
  return Math.max(...Array.from(shown.data, (value, i) => Math.abs(value - expected.data[i] * scale)));
}

test.each([
  [16, 1],
  [8, 6],
] as const)('colors of %i bit outside the gamut are at most %i levels off', (depth, most) => {
  const sent = gridColors(depth, wide);
  const grid = runNow(learnColors(sent, convert(sent)));
  expect(worst(runNow(throughGrid(many(depth), grid, sRGB)), convert(many(depth)))).toBeLessThanOrEqual(most);
});

test('what no matrix explains is followed by the grid', () => {
  const bend = (value: number) => value * 0.9 + 0.1 * value * value;
  const sent = gridColors(16, wide);
  const grid = runNow(learnColors(sent, convert(sent, bend)));
  expect(worst(runNow(throughGrid(many(16), grid, sRGB)), convert(many(16), bend))).toBeLessThanOrEqual(5);
});

test('alpha is kept, at 8 bit', () => {
  const sent = gridColors(16, wide);
  const grid = runNow(learnColors(sent, convert(sent)));
  const pixel: Raster = {
    width: 2,
    height: 1,
    channels: 4,
    space: wide,
    data: Uint16Array.of(0, 0, 0, 16384, 32768, 32768, 32768, 32768),
  };
  expect([...runNow(throughGrid(pixel, grid, sRGB)).data]).toEqual([0, 0, 0, 128, 255, 255, 255, 255]);
});

test('the curve of sRGB and its way back cancel out', () => {
  for (let value = 0; value <= 1; value += 1 / 64) expect(fromLinear(toLinear(value))).toBeCloseTo(value, 6);
});
