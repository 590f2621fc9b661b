import fc from 'fast-check';
import { Cancelled } from '../../../src/base/abort';
import { runSliced, type Sliced } from '../../../src/base/slices';
import { complete } from '../../../src/engine/complete';
import type { Mask } from '../../../src/image/mask';
import { fullScaleOf, type Raster, sRGB } from '../../../src/image/raster';

describe('a completed picture', () => {
  it('keeps every pixel outside the hole', () => {
    const source = noise(40, 30, 3, 1);
    const hole = ellipse(40, 30, 20, 15, 7, 5);
    const result = finish(complete(source, hole, 1));
    expect(result).not.toBe(source);
    expect(changedOutside(source, result, hole)).toBe(0);
  });

  it('is an equal copy where the hole is empty', () => {
    const source = noise(20, 10, 4, 2);
    const result = finish(complete(source, { width: 20, height: 10, data: new Uint8Array(200) }, 1));
    expect(result).toEqual(source);
    expect(result.data).not.toBe(source.data);
  });

  it('does not depend on what stood in the hole', () => {
    const hole = ellipse(60, 50, 30, 25, 10, 8);
    const source = noise(60, 50, 3, 3);
    const painted = {
      ...source,
      data: source.data.map((value, i) => (hole.data[Math.floor(i / 3)] > 0 ? 255 : value)),
    };
    expect(finish(complete(painted, hole, 5)).data).toEqual(finish(complete(source, hole, 5)).data);
  });

  it('is the same for the same seed and differs for another one', () => {
    const source = noise(60, 50, 3, 3);
    const hole = ellipse(60, 50, 30, 25, 12, 10);
    const first = finish(complete(source, hole, 7));
    expect(finish(complete(source, hole, 7)).data).toEqual(first.data);
    expect(finish(complete(source, hole, 8)).data).not.toEqual(first.data);
  });

  it('treats any value of the mask above 0 as hole', () => {
    const source = noise(40, 30, 1, 4);
    const hard = ellipse(40, 30, 20, 15, 7, 5);
    const soft = { ...hard, data: hard.data.map((value) => (value > 0 ? 1 : 0)) };
    expect(finish(complete(source, soft, 1)).data).toEqual(finish(complete(source, hard, 1)).data);
  });

  it('fills a plain surface with its color', () => {
    const source = drawn(50, 40, 3, (_x, _y, c) => 60 + 50 * c);
    const result = finish(complete(whitened(source, ellipse(50, 40, 25, 20, 9, 9)), ellipse(50, 40, 25, 20, 9, 9), 1));
    expect(result.data).toEqual(source.data);
  });

  it.each([17, 18, 65])('keeps the tone of the picture in a strip of %p pixels along its edge', (width) => {
    const source = drawn(width + 250, 120, 3, (x, y, c) => 90 + 20 * c + ((x * 7 + y * 13) % 11));
    const hole = drawnMask(width + 250, 120, (x) => x < width);
    expect(worst(finish(complete(whitened(source, hole), hole, 3)), source)).toBeLessThanOrEqual(24);
  });

  it('continues a gradient', () => {
    const source = drawn(80, 60, 3, (x, y) => x + 2 * y);
    const hole = ellipse(80, 60, 40, 30, 12, 12);
    expect(worst(finish(complete(whitened(source, hole), hole, 1)), source)).toBeLessThanOrEqual(6);
  });

  it('continues stripes in phase', () => {
    const source = drawn(96, 80, 1, (x) => (x % 8 < 4 ? 40 : 200));
    const hole = ellipse(96, 80, 48, 40, 14, 14);
    expect(worst(finish(complete(whitened(source, hole), hole, 1)), source)).toBeLessThanOrEqual(8);
  });

  it('closes a line over a scratch', () => {
    const source = drawn(80, 60, 1, (_x, y) => (y > 27 && y < 32 ? 220 : 70));
    const hole = drawnMask(80, 60, (x) => x >= 38 && x < 42);
    expect(worst(finish(complete(whitened(source, hole), hole, 1)), source)).toBeLessThanOrEqual(4);
  });

  it('keeps fine levels and the range of 16 bit', () => {
    const source = drawn(120, 90, 3, (x, y) => 9000 + 37 * x + 51 * y, new Uint16Array(120 * 90 * 3));
    const hole = ellipse(120, 90, 60, 45, 22, 22);
    const result = finish(complete(whitened(source, hole), hole, 1));
    const filled = new Set<number>();
    for (let i = 0; i < hole.data.length; i++) if (hole.data[i] > 0) filled.add(result.data[i * 3]);
    expect(filled.size).toBeGreaterThan(256);
    expect(worst(result, source)).toBeLessThanOrEqual(700);
  });

  it('never leaves the range of 16 bit', () => {
    const source = drawn(60, 50, 3, (x, y) => ((x * 7 + y * 13) % 5 < 2 ? 0 : 32768), new Uint16Array(60 * 50 * 3));
    const result = finish(complete(source, ellipse(60, 50, 30, 25, 10, 10), 1));
    expect(Math.max(...result.data)).toBeLessThanOrEqual(32768);
  });

  it('fills a hole on the edge of the picture', () => {
    const source = drawn(80, 60, 3, (x, y, c) => ((x + y) % 6 < 3 ? 60 : 150) + 10 * c);
    const hole = drawnMask(80, 60, (x, y) => x >= 66 && y >= 45);
    const result = finish(complete(whitened(source, hole), hole, 1));
    expect(worst(result, source)).toBeLessThanOrEqual(10);
  });

  it('spans a hole that leaves no patch to copy', () => {
    const source = drawn(40, 40, 3, () => 120);
    const hole = drawnMask(40, 40, (x) => x >= 1);
    const result = finish(complete(whitened(source, hole), hole, 1));
    expect(worst(result, source)).toBeLessThanOrEqual(2);
  });

  it('makes do with a narrow strip', () => {
    const source = drawn(40, 40, 1, (_x, y) => (y % 4 < 2 ? 90 : 130));
    const hole = drawnMask(40, 40, (x) => x >= 8);
    const result = finish(complete(whitened(source, hole), hole, 1));
    expect(changedOutside(source, result, hole)).toBe(0);
    expect(Math.max(...result.data)).toBeLessThanOrEqual(160);
  });

  it('leaves a picture alone of which nothing is known', () => {
    const source = noise(20, 20, 3, 9);
    expect(
      finish(
        complete(
          source,
          drawnMask(20, 20, () => true),
          1,
        ),
      ).data,
    ).toEqual(source.data);
  });

  it('never fails and never touches what is kept, whatever the size', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 24 }),
      height: fc.integer({ min: 1, max: 24 }),
      channels: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      density: fc.constantFrom(2, 3, 20, 100),
    });
    fc.assert(
      fc.property(sizes, ({ width, height, channels, seed, density }) => {
        const source = noise(width, height, channels, seed);
        const dots = noise(width, height, 1, seed + 1);
        const hole = drawnMask(width, height, (x, y) => dots.data[y * width + x] % density < density / 2);
        const result = finish(complete(source, hole, seed));
        expect(changedOutside(source, result, hole)).toBe(0);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('the work of completing', () => {
  it('comes in many pieces with a share that never falls', () => {
    const work = complete(noise(200, 160, 3, 1), ellipse(200, 160, 100, 80, 40, 30), 1);
    const shares: number[] = [];
    for (let piece = work.next(); !piece.done; piece = work.next())
      if (piece.value !== undefined) shares.push(piece.value);
    expect(shares.length).toBeGreaterThan(100);
    expect(shares.every((share, i) => share >= 0 && share <= 1 && (i === 0 || share >= shares[i - 1]))).toBe(true);
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    const work = complete(noise(200, 160, 3, 1), ellipse(200, 160, 100, 80, 40, 30), 1);
    const running = runSliced(work, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(running).rejects.toThrow(Cancelled);
  });
});

function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

type Channels = Raster['channels'];

function drawn(
  width: number,
  height: number,
  channels: Channels,
  value: (x: number, y: number, c: number) => number,
  data: Uint8Array | Uint16Array = new Uint8Array(width * height * channels),
): Raster {
  for (let i = 0; i < data.length; i++) {
    const at = Math.floor(i / channels);
    data[i] = value(at % width, Math.floor(at / width), i % channels);
  }
  return { width, height, channels, space: sRGB, data };
}

function noise(width: number, height: number, channels: Channels, seed: number): Raster {
  let state = seed;
  return drawn(width, height, channels, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

function drawnMask(width: number, height: number, inside: (x: number, y: number) => boolean): Mask {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = inside(i % width, Math.floor(i / width)) ? 255 : 0;
  return { width, height, data };
}

function ellipse(width: number, height: number, x: number, y: number, rx: number, ry: number): Mask {
  return drawnMask(width, height, (i, j) => ((i - x) / rx) ** 2 + ((j - y) / ry) ** 2 < 1);
}

function whitened(source: Raster, hole: Mask): Raster {
  const white = fullScaleOf(source.data);
  const data = source.data.map((value, i) => (hole.data[Math.floor(i / source.channels)] > 0 ? white : value));
  return { ...source, data };
}

function changedOutside(source: Raster, result: Raster, hole: Mask): number {
  let changed = 0;
  for (let i = 0; i < source.data.length; i++) {
    if (hole.data[Math.floor(i / source.channels)] === 0 && source.data[i] !== result.data[i]) changed++;
  }
  return changed;
}

function worst(a: Raster, b: Raster): number {
  let most = 0;
  for (let i = 0; i < a.data.length; i++) most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
  return most;
}
