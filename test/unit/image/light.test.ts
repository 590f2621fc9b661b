import { grayAsRgb } from '../../../src/image/asRgb';
import { grayPoints, throughGrays } from '../../../src/image/grayTable';
import { labToSrgb } from '../../../src/image/labToSrgb';
import { bendLight, decodeToLight, encodeLight, straightenLight } from '../../../src/image/light';
import { type ColorSpace, fullScaleOf, type Raster, sRGB } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';

const gray: ColorSpace = { model: 'gray', profile: 'Gray Gamma 2.2' };
const lab: ColorSpace = { model: 'lab', profile: 'Lab D50' };

function raster(channels: Raster['channels'], space: ColorSpace, data: Raster['data']): Raster {
  return { width: data.length / channels, height: 1, channels, space, data };
}

describe('light', () => {
  it('is encoded as a screen wants it, cut to what that can show, with its alpha straight', () => {
    const bright = raster(4, sRGB, Float32Array.of(0.5, -1, 7, 0.5, 0.0021, NaN, 1, 1));
    const { data } = runNow(encodeLight(bright));
    expect([...data].map((value) => Math.round((value * 255) / 32768))).toEqual([188, 0, 255, 128, 7, 0, 255, 255]);
  });

  it('comes back from its encoding', () => {
    const values = Uint16Array.from({ length: 257 * 3 }, (_, i) => Math.min(32768, Math.floor(i / 3) * 128));
    const back = runNow(encodeLight(raster(3, sRGB, decodeToLight(values)))).data;
    expect(Math.max(...back.map((value, i) => Math.abs(value - values[i])))).toBeLessThanOrEqual(1);
  });

  it('is bent and straightened at 32 bit without being cut, and its alpha is left alone', () => {
    const bright = raster(4, sRGB, Float32Array.of(0.5, -0.01, 7, 0.5, 0.0021, 0, 1, 1));
    const bent = runNow(bendLight(bright));
    expect([bent.data[0], bent.data[3], bent.data[6], bent.data[7]].map((value) => value.toFixed(3))).toEqual([
      '0.735',
      '0.500',
      '1.000',
      '1.000',
    ]);
    const back = runNow(straightenLight(bent)).data;
    for (const [i, value] of back.entries()) expect(value).toBeCloseTo(bright.data[i], 5);
  });
});

/** Whoever converts: here every gray is squared. */
function squared({ data, width, height, channels }: Raster): Raster {
  const full = fullScaleOf(data);
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const share = data[Math.floor(i / 3) * channels] / full;
    return Math.round(share * share * 255);
  });
  return { width, height, channels: 3, space: sRGB, data: rgb };
}

describe.each([
  [8, 1],
  [16, 2],
] as const)('grays (%i bit, %i channels)', (depth, channels) => {
  it('are converted as a line of grays was converted, and alpha is kept', () => {
    const full = depth === 8 ? 255 : 32768;
    const values = Array.from({ length: 40 * channels }, (_, i) => Math.round((full * ((i * 37) % 100)) / 100));
    const pixels = raster(channels, gray, depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values));
    const shown = runNow(throughGrays(pixels, squared(grayPoints(depth, gray))));
    const wide = channels === 2 ? 4 : 3;
    expect(shown.channels).toBe(wide);
    for (let pixel = 0; pixel < 40; pixel++) {
      const share = values[pixel * channels] / full;
      expect(Math.abs(shown.data[pixel * wide + 1] - share * share * 255)).toBeLessThanOrEqual(1.5);
      if (wide === 4) {
        const alpha = (values[pixel * channels + channels - 1] * 255) / full;
        expect(Math.abs(shown.data[pixel * 4 + 3] - alpha)).toBeLessThanOrEqual(0.5);
      }
    }
  });
});

describe.each([8, 16] as const)('Lab of %i bit on a screen', (depth) => {
  const full = depth === 8 ? 255 : 32768;
  const [middle, step] = depth === 8 ? [128, 1] : [16384, 128];
  const encoded = (l: number, a: number, b: number) => [(l * full) / 100, middle + a * step, middle + b * step];
  const picture = (colors: readonly number[], channels: 3 | 4) =>
    raster(channels, lab, depth === 8 ? Uint8Array.from(colors, Math.round) : Uint16Array.from(colors, Math.round));

  it.each([
    ['white', [100, 0, 0], [255, 255, 255]],
    ['black', [0, 0, 0], [0, 0, 0]],
    ['middle gray', [53.39, 0, 0], [127, 127, 127]],
    ['red', [54.29, 80.81, 69.89], [255, 0, 0]],
    ['green', [87.82, -79.29, 80.99], [0, 255, 0]],
    ['blue', [29.57, 68.3, -112.03], [0, 0, 255]],
  ] as const)('%s', (_name, [l, a, b], expected) => {
    const { data } = runNow(labToSrgb(picture(encoded(l, a, b), 3)));
    // half a step of a and b at 8 bit is some levels of the weakest channel
    const tolerance = depth === 8 ? 12 : 2;
    for (let i = 0; i < 3; i++) expect(Math.abs(data[i] - expected[i])).toBeLessThanOrEqual(tolerance);
  });

  it('is cut off where the screen’s colors end, and keeps its alpha', () => {
    const shown = runNow(labToSrgb(picture([...encoded(60, 127, 127), full * 0.5, ...encoded(50, 0, 0), 0], 4)));
    expect(shown).toMatchObject({ channels: 4, space: sRGB });
    expect([shown.data[0], shown.data[2], shown.data[3], shown.data[7]]).toEqual([255, 0, 128, 0]);
  });
});

it('gray is given to a screen as three values alike, where nobody could convert it', () => {
  expect([...runNow(grayAsRgb(raster(2, gray, Uint8Array.of(9, 200)))).data]).toEqual([9, 9, 9, 200]);
  const rgb = raster(3, sRGB, Uint8Array.of(1, 2, 3));
  expect(runNow(grayAsRgb(rgb))).toBe(rgb);
});
