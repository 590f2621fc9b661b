import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { gradeInWords, lightInWords } from '../../../../src/edit/prompts/lookInWords';
import { measureLook } from '../../../../src/image/look';
import { type Raster, sRGB } from '../../../../src/image/raster';
import type { Rect } from '../../../../src/image/rect';
import { root } from '../../../build/root';
import { runNow } from '../../../support/runNow';

const opened = new Map<string, Raster>();

function photograph(name: string): Raster {
  const found = opened.get(name) ?? openPhotograph(name);
  opened.set(name, found);
  return found;
}

/** Every so manieth pixel of it, about 160 across. */
function openPhotograph(name: string): Raster {
  const { width, height, channels, data } = decode(readFileSync(join(root, 'test/fixtures/photos', `${name}.png`)));
  const step = Math.ceil(width / 160);
  const size = { width: Math.floor(width / step), height: Math.floor(height / step) };
  const at = (i: number) => (Math.floor(i / size.width) * width + (i % size.width)) * step * channels;
  const values = Uint8Array.from(
    { length: size.width * size.height * 3 },
    (_, i) => data[at(Math.floor(i / 3)) + (i % 3)] ?? 0,
  );
  return { ...size, channels: 3, space: sRGB, data: values };
}

function drawn(levelAt: (x: number, y: number) => readonly [number, number, number]): Raster {
  const [width, height] = [96, 72];
  const data = Uint8Array.from({ length: width * height }, () => 0);
  const pixels = Array.from(data, (_, i) => levelAt(i % width, Math.floor(i / width))).flat();
  return { width, height, channels: 3, space: sRGB, data: Uint8Array.from(pixels, (value) => Math.round(value)) };
}

const light = (picture: Raster, hole?: Rect) => lightInWords(runNow(measureLook(picture, hole)));
const grade = (picture: Raster) => gradeInWords(runNow(measureLook(picture, undefined)));
const gray = (level: number) => [level, level, level] as const;

describe('the light of a picture', () => {
  test.each([
    ['dandelion', 'it comes from above'],
    ['lampbird', 'it comes from above'],
    ['pagoda', 'it comes from above'],
    ['astronaut', ''],
    ['sunset', ''],
  ])('in the photograph of the %s: “%s”', (name, words) => {
    expect(light(photograph(name))).toBe(words);
  });

  test.each([
    [-1, -1, 'it comes from the upper left'],
    [1, 0, 'it comes from the right'],
    [-1, 0, 'it comes from the left'],
    [0, 1, 'it comes from below'],
    [1, -1, 'it comes from the upper right'],
  ])('falls on balls from %s, %s: “%s”', (toX, toY, words) => {
    expect(light(balls(toX, toY))).toBe(words);
  });

  test('is not told of an even surface, a texture, or a backdrop that is lighter on one side alone', () => {
    expect(light(drawn(() => gray(128)))).toBe('');
    expect(light(drawn((x, y) => gray((x * 37 + y * 61) % 255)))).toBe('');
    // details that get lighter the other way
    expect(light(drawn((x) => gray(40 + x + ((95 - x) % 8) * 9)))).toBe('');
  });

  test('is read around what will change, not in it', () => {
    const hole = { left: 0, top: 0, right: 96, bottom: 36 };
    const picture = drawn((x, y) => gray(y < 36 ? 40 + 2 * x : 40 + 2 * (95 - x)));
    expect(light(picture, hole)).toBe('it comes from the left');
    expect(light(picture)).toBe('');
  });
});

/** Matte balls on a ground that is lit from the same side. */
function balls(toX: number, toY: number): Raster {
  const length = Math.hypot(toX, toY);
  return drawn((x, y) => {
    const [dx, dy] = [(x % 24) - 12, (y % 24) - 12];
    const radius = Math.hypot(dx, dy);
    const along = ((x - 48) * toX + (y - 36) * toY) / length;
    if (radius > 11) return gray(110 + along);
    const facing = (dx * toX + dy * toY) / (11 * length);
    return gray(Math.max(20, Math.min(235, 120 + along + 60 * facing)));
  });
}

describe('the grade of a picture', () => {
  test.each([
    ['dandelion', /^warm, strong contrast, natural saturation, dark overall; mostly .*yellow/],
    ['lampbird', /^neutral in temperature, moderate contrast, muted colors, midtones; mostly gray, white/],
    ['pagoda', /^neutral in temperature, strong contrast, muted colors, midtones; mostly .*white/],
    ['sunset', /^neutral in temperature, strong contrast, muted colors, midtones; mostly .*blue/],
  ])('in the photograph of the %s', (name, words) => {
    expect(grade(photograph(name))).toMatch(words);
  });

  test('names what is warm, cool, flat and colorless', () => {
    expect(grade(drawn(() => [230, 170, 90]))).toBe(
      'warm, low contrast, saturated, bright overall; mostly light orange',
    );
    expect(grade(drawn(() => [20, 40, 90]))).toBe('cool, low contrast, saturated, dark overall; mostly deep blue');
    expect(grade(drawn(() => gray(0)))).toContain('; mostly black');
    expect(grade(drawn((x) => (x < 48 ? gray(255) : gray(60))))).toContain('; mostly white and deep gray');
  });
});
