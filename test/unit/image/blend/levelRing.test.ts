import { levelRing } from '../../../../src/image/blend/levelRing';
import { pullPush } from '../../../../src/image/blend/pullPush';
import { type Raster, sRGB } from '../../../../src/image/raster';
import { runNow } from '../../../support/runNow';

const [width, height] = [320, 240];
const far = (i: number) => Math.hypot((i % width) - 160, Math.floor(i / width) - 120);
const kept = Uint8Array.from({ length: width * height }, (_, i) => (far(i) < 80 ? 0 : 1));
const filled = (value: (pixel: number) => number): Raster => ({
  ...{ width, height, channels: 3, space: sRGB },
  data: Uint8Array.from({ length: width * height * 3 }, (_, i) => value(Math.floor(i / 3))),
});
const gray = filled(() => 120);
const meanOf = ({ data }: Raster, where: (pixel: number) => boolean) => {
  const values = Array.from(data).filter((_, i) => where(Math.floor(i / 3)));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

it('what is right is handed back itself', () => {
  expect(runNow(levelRing(gray, gray, kept))).toBe(gray);
});

it('a difference along the edge is taken back there, and fades out inside', () => {
  const off = filled((i) => (i % width < 160 ? 124 : 120));
  const level = runNow(levelRing(gray, off, kept));
  expect(meanOf(level, (i) => kept[i] === 1 && far(i) < 100 && i % width < 120)).toBeCloseTo(120, 0);
  expect(meanOf(level, (i) => far(i) < 16 && i % width < 150)).toBeCloseTo(124, 0);
});

it('what was changed on purpose outside is none of it', () => {
  const other = filled((i) => (i % width < 48 ? 200 : 120));
  expect(runNow(levelRing(gray, other, kept))).toBe(other);
});

it('a sky that was cut off at white is levelled along the edge all the same', () => {
  const cut = { ...gray, data: gray.data.map((_, i) => (i % 3 === 0 ? 255 : 120)) };
  const sky = { ...gray, data: gray.data.map((_, i) => (i % 3 === 0 ? 240 : 120)) };
  const level = runNow(levelRing(sky, cut, kept));
  const reds = Array.from(level.data).filter((_, i) => i % 3 === 0 && kept[i / 3] === 1);
  expect(reds.reduce((sum, red) => sum + red, 0) / reds.length).toBeCloseTo(240, 0);
});

it('what is not known comes from around', () => {
  const values = new Float32Array(63).fill(4);
  const weights = new Float32Array(63);
  weights[0] = weights[62] = 1;
  for (const value of pullPush({ width: 9, height: 7, values, weights })) expect(value).toBeCloseTo(4);
});
