import { atOnce } from '../../../../src/base/pieces';
import { restyle } from '../../../../src/engine/style/restyle';
import { type ColorSpace, type Raster, type Samples, sRGB } from '../../../../src/image/raster';

const width = 64;
const height = 48;

type Color = (x: number, y: number, channel: number) => number;

function drawn(data: Samples, channels: Raster['channels'], space: ColorSpace, color: Color): Raster {
  const filled = data.map((_, i) =>
    color(Math.floor(i / channels) % width, Math.floor(i / channels / width), i % channels),
  );
  return { width, height, channels, space, data: filled };
}

function rgb(color: Color): Raster {
  return drawn(new Uint8Array(width * height * 3), 3, sRGB, color);
}

function meansOf({ data, channels }: Raster): readonly number[] {
  return Array.from({ length: channels }, (_, channel) => {
    const plane = [...data].filter((__, i) => i % channels === channel);
    return plane.reduce((sum, value) => sum + value, 0) / plane.length;
  });
}

const source = rgb((x, y, c) => 60 + x + (c === 2 ? y : 0));
const warm = rgb((x, y, c) => [120 + x, 80 + y, 40 + x / 2][c] ?? 0);
const asked = { references: [warm], strength: 1, seed: 3 };

describe('a restyled picture', () => {
  it('takes over the mean colors of the reference', () => {
    const wanted = meansOf(warm);
    for (const [i, mean] of meansOf(atOnce(restyle(source, asked))).entries()) {
      expect(Math.abs(mean - (wanted[i] ?? 0))).toBeLessThan(6);
    }
  });

  it('goes part of the way, as its strength says, and none at 0', () => {
    const [before] = meansOf(source);
    const [half] = meansOf(atOnce(restyle(source, { ...asked, strength: 0.5 })));
    const [full] = meansOf(atOnce(restyle(source, asked)));
    expect((half ?? 0) - (before ?? 0)).toBeGreaterThan(0.3 * ((full ?? 0) - (before ?? 0)));
    expect((half ?? 0) - (before ?? 0)).toBeLessThan(0.7 * ((full ?? 0) - (before ?? 0)));
    expect(atOnce(restyle(source, { ...asked, strength: 0 }))).toEqual(source);
  });

  it('stays about as it is where the reference is the picture itself', () => {
    const { data } = atOnce(restyle(source, { ...asked, references: [source] }));
    expect(Math.max(...data.map((value, i) => Math.abs(value - source.data[i])))).toBeLessThanOrEqual(6);
  });

  it('keeps what is not masked, bit for bit', () => {
    const mask = { width, height, data: new Uint8Array(width * height).map((_, i) => (i % width < 20 ? 0 : 255)) };
    const { data } = atOnce(restyle(source, { ...asked, mask }));
    expect(data.filter((_, i) => Math.floor(i / 3) % width < 20)).toEqual(
      source.data.filter((_, i) => Math.floor(i / 3) % width < 20),
    );
    expect(data).not.toEqual(source.data);
  });

  it('is the same for the same seed', () => {
    expect(atOnce(restyle(source, asked)).data).toEqual(atOnce(restyle(source, asked)).data);
  });

  it('leaves no step of a gray ramp behind the one before', () => {
    const ramp = drawn(new Uint16Array(width * height * 3), 3, sRGB, (x) => x * 512);
    const deep = { ...warm, data: Uint16Array.from(warm.data, (value) => value * 128) };
    const { data } = atOnce(restyle(ramp, { ...asked, references: [deep] }));
    const seen = (x: number) => 0.2126 * data[x * 3] + 0.7152 * data[x * 3 + 1] + 0.0722 * data[x * 3 + 2];
    for (let x = 1; x < width; x++) expect(seen(x)).toBeGreaterThan(seen(x - 1));
  });

  it('learns from what is opaque alone, and keeps alpha', () => {
    const color: Color = (x, y, c) => {
      if (c === 3) return x < 32 ? 0 : 255;
      return x < 32 ? 255 : (warm.data[(y * width + x) * 3 + c] ?? 0);
    };
    const cutOut = drawn(new Uint8Array(width * height * 4), 4, sRGB, color);
    const half = rgb((x, y, c) => warm.data[(y * width + 32 + (x >> 1)) * 3 + c] ?? 0);
    const [red] = meansOf(atOnce(restyle(source, { ...asked, references: [cutOut] })));
    const [expected] = meansOf(atOnce(restyle(source, { ...asked, references: [half] })));
    expect(Math.abs((red ?? 0) - (expected ?? 0))).toBeLessThan(3);
    expect(meansOf(atOnce(restyle(cutOut, asked)))[3]).toBe(127.5);
  });
});

describe('other spaces and depths', () => {
  it('takes over the tones of a gray picture', () => {
    const gray: ColorSpace = { model: 'gray', profile: 'Dot Gain 20%' };
    const dark = drawn(new Uint8Array(width * height), 1, gray, (x) => x);
    const bright = drawn(new Uint8Array(width * height), 1, gray, (x) => 150 + x);
    const [mean] = meansOf(atOnce(restyle(dark, { ...asked, references: [bright] })));
    expect(Math.abs((mean ?? 0) - 181.5)).toBeLessThan(4);
  });

  it('takes over the colors of a Lab picture', () => {
    const lab: ColorSpace = { model: 'lab', profile: '' };
    const size = width * height * 3;
    const cool = drawn(new Uint16Array(size), 3, lab, (x, y, c) => [10000 + x * 100, 16384, 14000 + y * 20][c] ?? 0);
    const red = drawn(new Uint16Array(size), 3, lab, (x, y, c) => [16000 + x * 100, 20000 + y * 20, 18000][c] ?? 0);
    const wanted = meansOf(red);
    for (const [i, mean] of meansOf(atOnce(restyle(cool, { ...asked, references: [red] }))).entries()) {
      expect(Math.abs(mean - (wanted[i] ?? 0))).toBeLessThan(700);
    }
  });

  it('keeps light beyond white beyond it, and what is darker than black', () => {
    const light = drawn(new Float32Array(width * height * 3), 3, sRGB, (x, y) =>
      x === 5 && y === 5 ? 4 : x / 64 - 0.05,
    );
    const deep = { ...warm, data: Float32Array.from(warm.data, (value) => (value / 255) ** 2.2) };
    const { data } = atOnce(restyle(light, { ...asked, references: [deep] }));
    expect(data[(5 * width + 5) * 3]).toBeGreaterThan(1.5);
    expect([...data].every((value) => Number.isFinite(value))).toBe(true);
  });
});
