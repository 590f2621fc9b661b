import { createRandom } from '../../../../src/base/random';
import { featherOutward } from '../../../../src/image/feather';
import { decodeToLight } from '../../../../src/image/light';
import type { Mask } from '../../../../src/image/mask';
import { sRGB, type Raster } from '../../../../src/image/raster';
import { runNow } from '../../../support/runNow';

const width = 110;
const height = 90;

/** A sky: a slope from dark to light with a little grain. */
export function sky(): Raster {
  return grained(3, (x, y) => 90 + y * 0.5 + x * 0.1);
}

/** Stone: coarse grain and soft blotches. */
export function stone(): Raster {
  return grained(24, (x, y) => 120 + 25 * Math.sin(x / 9) * Math.cos(y / 7));
}

/** A disc with a transition of `feather` pixels. */
export function disc(feather: number): Mask {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    if (((i % width) - 55) ** 2 + (Math.floor(i / width) - 45) ** 2 <= 25 ** 2) data[i] = 255;
  }
  return runNow(featherOutward({ width, height, data }, feather));
}

/** Nothing selected. */
export function nothing(): Mask {
  return { width, height, data: new Uint8Array(width * height) };
}

export function lighter(raster: Raster, levels: number): Raster {
  return { ...raster, data: raster.data.map((value) => Math.min(255, value + levels)) };
}

/** Every pixel takes the color of the one `by` pixels to its right, around the end of the row. */
export function shifted(raster: Raster, by: number): Raster {
  return { ...raster, data: raster.data.map((_, i) => raster.data[(i + by * raster.channels) % raster.data.length]) };
}

/** The same picture in the values of 16 bit. */
export function sixteen(raster: Raster): Raster {
  return { ...raster, data: Uint16Array.from(raster.data, (value) => Math.round((value * 32768) / 255)) };
}

/** The same colors as light. */
export function asLight(raster: Raster): Raster {
  return { ...raster, data: decodeToLight(raster.data) };
}

/** A Lab picture of 16 bit: the gray one as lightness, and everywhere so much a. */
export function inLab(gray: Raster, a: number): Raster {
  const data = Uint16Array.from(gray.data, (value, i) => {
    if (i % 3 === 0) return Math.round((value * 32768) / 255);
    return i % 3 === 1 ? 16384 + Math.round(a * 128) : 16384;
  });
  return { ...gray, space: { model: 'lab', profile: 'Lab D50' }, data };
}

function grained(grain: number, tone: (x: number, y: number) => number): Raster {
  const random = createRandom(3);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    data[i] = Math.round(tone(pixel % width, Math.floor(pixel / width)) + grain * (random.share() - 0.5));
  }
  return { width, height, channels: 3, space: sRGB, data };
}
