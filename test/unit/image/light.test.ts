import { lightnessAsRgb } from '../../../src/image/asRgb';
import { tableColors, throughTable } from '../../../src/image/colorTable';
import { decodeToLight, encodeLight } from '../../../src/image/light';
import { type ColorSpace, fullScaleOf, type Raster, sRGB } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';

const gray: ColorSpace = { model: 'gray', profile: 'Gray Gamma 2.2' };
const lab: ColorSpace = { model: 'lab', profile: '' };

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
});

/** Whoever converts: here every color becomes its lightness, squared. */
function squared({ data, width, height, channels }: Raster): Raster {
  const full = fullScaleOf(data);
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const share = data[Math.floor(i / 3) * channels] / full;
    return Math.round(share * share * 255);
  });
  return { width, height, channels: 3, space: sRGB, data: rgb };
}

describe.each([
  [gray, 8, 1],
  [gray, 16, 2],
  [lab, 8, 3],
  [lab, 16, 4],
] as const)('a table of colors (%j, %i bit, %i channels)', (space, depth, channels) => {
  it('converts as its points were converted, and keeps alpha', () => {
    const table = { colors: squared(tableColors(depth, space)) };
    const full = depth === 8 ? 255 : 32768;
    const values = Array.from({ length: 40 * channels }, (_, i) => Math.round((full * ((i * 37) % 100)) / 100));
    const pixels = raster(channels, space, depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values));
    const shown = runNow(throughTable(pixels, table, sRGB));
    const wide = channels % 2 === 0 ? 4 : 3;
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

it('lightness stands in for colors that nobody could convert', () => {
  expect([...runNow(lightnessAsRgb(raster(2, gray, Uint8Array.of(9, 200)))).data]).toEqual([9, 9, 9, 200]);
  expect([...runNow(lightnessAsRgb(raster(3, lab, Uint8Array.of(9, 1, 2)))).data]).toEqual([9, 9, 9]);
  const rgb = raster(3, sRGB, Uint8Array.of(1, 2, 3));
  expect(runNow(lightnessAsRgb(rgb))).toBe(rgb);
});
