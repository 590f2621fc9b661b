import { Cancelled } from '../../../../src/base/abort';
import { atOnce } from '../../../../src/base/pieces';
import { runSliced } from '../../../../src/base/slices';
import { insert } from '../../../../src/engine/insert/insert';
import type { Mask } from '../../../../src/image/mask';
import { type Raster, type Samples, sRGB } from '../../../../src/image/raster';

type Color = (x: number, y: number, channel: number) => number;

function drawn(width: number, height: number, channels: Raster['channels'], color: Color): Raster {
  const data = new Uint8Array(width * height * channels).map((_, i) =>
    color(Math.floor(i / channels) % width, Math.floor(i / channels / width), i % channels),
  );
  return { width, height, channels, space: sRGB, data };
}

function hole(width: number, height: number, isInside: (x: number, y: number) => boolean): Mask {
  const data = new Uint8Array(width * height).map((_, i) => (isInside(i % width, Math.floor(i / width)) ? 255 : 0));
  return { width, height, data };
}

function at({ width, channels, data }: Raster, x: number, y: number): readonly number[] {
  return [...data.slice((y * width + x) * channels, (y * width + x + 1) * channels)];
}

function unmasked({ data, channels }: Raster, mask: Mask): Samples {
  return data.filter((_, i) => mask.data[Math.floor(i / channels)] === 0);
}

const source = drawn(60, 50, 3, (x, y, c) => 80 + x + y + c * 10);
const mask = hole(60, 50, (x, y) => x >= 20 && x < 40 && y >= 10 && y < 40);

describe('a picture that is put in', () => {
  it('takes the colors of its surroundings and keeps its own texture', () => {
    const checked = drawn(20, 30, 3, (x, y) => ((x + y) % 2 === 0 ? 20 : 40));
    const result = atOnce(insert(source, mask, checked, 1));
    for (const [x, y] of [
      [30, 25],
      [24, 15],
      [36, 36],
    ] as const) {
      const around = (at(result, x, y)[0] + at(result, x + 1, y)[0]) / 2;
      expect(Math.abs(around - (80 + x + y))).toBeLessThan(12);
      expect(Math.abs(at(result, x, y)[0] - at(result, x + 1, y)[0])).toBeGreaterThan(15);
    }
    expect(unmasked(result, mask)).toEqual(unmasked(source, mask));
  });

  it('covers the mask in its own ratio', () => {
    const wide = drawn(120, 30, 3, (x) => (x < 60 ? 60 : 90));
    const result = atOnce(insert(source, mask, wide, 1));
    const step = (x: number) => at(result, x + 1, 25)[0] - at(result, x, 25)[0];
    expect(step(29)).toBeGreaterThan(20);
    expect(Math.abs(step(24))).toBeLessThan(8);
  });

  it('is laid in as it is where the source is transparent', () => {
    const open = drawn(60, 50, 4, () => 0);
    const result = atOnce(
      insert(
        open,
        mask,
        drawn(20, 30, 3, () => 70),
        1,
      ),
    );
    expect(at(result, 30, 25)).toEqual([70, 70, 70, 255]);
  });
});

describe('a cut-out that is put in', () => {
  const bottle = drawn(40, 40, 4, (x, y, c) => {
    if (c === 3) return x >= 15 && x < 25 && y >= 10 && y < 30 ? 255 : 0;
    return [200, 30, 30][c] ?? 0;
  });

  it('stands whole on the ground of the mask, in its own color', () => {
    const result = atOnce(insert(source, mask, bottle, 1));
    expect(at(result, 30, 38)).toEqual([200, 30, 30]);
    expect(at(result, 23, 14)).not.toEqual([200, 30, 30]);
    expect(unmasked(result, mask)).toEqual(unmasked(source, mask));
  });

  it('lets what lies behind go on around it', () => {
    const narrow = drawn(40, 40, 4, (x, _y, c) => {
      if (c === 3) return x >= 18 && x < 22 ? 255 : 0;
      return 10;
    });
    const plain = drawn(60, 50, 3, (_x, _y, c) => 100 + c);
    const result = atOnce(insert(plain, mask, narrow, 1));
    expect(at(result, 22, 25)).toEqual([100, 101, 102]);
    expect(at(result, 30, 25)).toEqual([10, 10, 10]);
  });
});

it('gives the same bytes for the same seed', () => {
  const shown = drawn(30, 30, 4, (x, y, c) => (c === 3 ? (x * 8) % 256 : x * y));
  expect(atOnce(insert(source, mask, shown, 4)).data).toEqual(atOnce(insert(source, mask, shown, 4)).data);
});

it('stops as soon as it is cancelled', async () => {
  const controller = new AbortController();
  const large = drawn(900, 700, 3, (x, y) => (x * y) % 256);
  const most = hole(900, 700, (x) => x > 10);
  const work = runSliced(insert(large, most, large, 1), {
    signal: controller.signal,
    onProgress: (share) => {
      if (share > 0.4) controller.abort();
    },
  });
  await expect(work).rejects.toBeInstanceOf(Cancelled);
});
