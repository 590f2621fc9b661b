import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../../../src/base/random';
import { cropRaster } from '../../../../src/image/crop';
import { decodePng } from '../../../../src/image/png/decodePng';
import { type Raster, sRGB } from '../../../../src/image/raster';
import { brightnessOf } from '../../../../src/image/register/plane';
import { bandsOf } from '../../../../src/image/texture/bands';
import { matchTexture } from '../../../../src/image/texture/matchTexture';
import { distort } from '../../../bench/fidelity/distort';
import { root } from '../../../build/root';
import { runNow } from '../../../support/runNow';

const photo = runNow(decodePng(readFileSync(join(root, 'test', 'fixtures', 'photos', 'brushes.png')))).raster;
const source = runNow(cropRaster(photo, { left: 100, top: 80, right: 500, bottom: 400 }));
const inSpot = (i: number) => Math.hypot((i % 400) - 200, Math.floor(i / 400) - 160) < 80;
const kept = Uint8Array.from({ length: 400 * 320 }, (_, i) => (inSpot(i) ? 0 : 1));

const worse = (distortion: object) => distort(source, { name: '', ...distortion }, 1).answer;

/** The mean square of a picture's fine detail in the spot, in levels. */
function detail(picture: Raster): number {
  const [fine] = runNow(bandsOf(runNow(brightnessOf(picture)))).bands;
  const squares = fine.reduce((sum, value, i) => (inSpot(i) ? sum + (value * 255) ** 2 : sum), 0);
  return squares / kept.filter((is) => is === 0).length;
}

const difference = (picture: Raster) =>
  Float32Array.from(picture.data, (value, i) => (value - source.data[i]) ** 2).reduce((sum, square) => sum + square, 0);

it('an answer that is as sharp as what was sent is handed back itself', () => {
  const answer = worse({});
  expect(runNow(matchTexture(source, answer, kept, 'full', 1))).toMatchObject({
    image: answer,
    texture: { sharpness: 1, detail: 1 },
  });
});

it.each(['subtle', 'full'] as const)('a softened answer is sharpened, nearer to what was sent: %s', (setting) => {
  const soft = worse({ blur: 0.9 });
  const { image, texture } = runNow(matchTexture(source, soft, kept, setting, 1));
  expect(texture?.sharpness).toBeLessThan(0.7);
  expect(difference(image)).toBeLessThan(difference(soft) * 0.7);
  expect(detail(image)).toBeLessThan(detail(source) * 1.05);
});

it('a noisy answer is softened', () => {
  const noisy = worse({ noise: 6 });
  const { image, texture } = runNow(matchTexture(source, noisy, kept, 'full', 1));
  expect(texture?.sharpness).toBeGreaterThan(1.1);
  expect(difference(image)).toBeLessThan(difference(noisy));
});

it('with the setting off, nothing is changed, and how sharp it came is told', () => {
  const soft = worse({ blur: 0.9 });
  const { image, texture } = runNow(matchTexture(source, soft, kept, 'off', 1));
  expect(image).toBe(soft);
  expect(texture?.sharpness).toBeLessThan(0.7);
});

describe('a smooth patch in a grainy picture', () => {
  const grainy = flat(3);
  const smooth = { ...grainy, data: grainy.data.map((value, i) => (inSpot(Math.floor(i / 3)) ? 120 : value)) };
  const made = (setting: 'subtle' | 'full', seed = 1) =>
    runNow(matchTexture(grainy, smooth, kept, setting, seed)).image;

  it('gets grain of the strength around, the same for the same seed', () => {
    expect(detail(made('full')) / detail(grainy)).toBeGreaterThan(0.85);
    expect(detail(made('full')) / detail(grainy)).toBeLessThan(1.15);
    expect(detail(made('subtle'))).toBeLessThan(detail(made('full')));
    expect(made('full', 7)).toEqual(made('full', 7));
    expect(made('full', 7)).not.toEqual(made('full', 8));
  });

  it('and stays as it was around', () => {
    const image = made('full');
    expect(image.data.every((value, i) => inSpot(Math.floor(i / 3)) || value === grainy.data[i])).toBe(true);
  });
});

/** Gray with noise of so many levels. */
function flat(noise: number): Raster {
  const random = createRandom(5);
  const data = new Uint8Array(400 * 320 * 3);
  for (let i = 0; i < data.length; i += 3) {
    const value = 120 + noise * (random.share() + random.share() + random.share() + random.share() - 2) * Math.sqrt(3);
    data.fill(Math.round(value), i, i + 3);
  }
  return { width: 400, height: 320, channels: 3, space: sRGB, data };
}
