import fc from 'fast-check';
import { encode } from 'fast-png';
import { deflateSync, zlibSync } from 'fflate';
import { createRandom } from '../../../../src/base/random';
import { Unreadable } from '../../../../src/base/unreadable';
import { defaultLimits, type PictureLimits } from '../../../../src/image/pictureFile';
import { decodePng } from '../../../../src/image/png/decodePng';
import { encodePng } from '../../../../src/image/png/encodePng';
import { someRaster } from '../../../support/arbitraries';
import { chunk, pngFile, type PngRecipe, pngWith, samplesPerPixelOf } from '../../../support/pngFile';
import { runNow } from '../../../support/runNow';
import '../../../support/matchers';

describe.each([8, 16] as const)('%i bit', (depth) => {
  it.each([1, 2, 3, 4] as const)('with %i channels come back as they were written', (channels) => {
    fc.assert(
      fc.property(someRaster(depth, channels), (raster) => {
        const { raster: read, color } = runNow(decodePng(runNow(encodePng(raster))));
        expect({ ...read, space: raster.space }).toMatchRaster(raster);
        expect(color).toEqual({ kind: 'untagged' });
      }),
      { numRuns: 50 },
    );
  });
});

const depths = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;

const someFile: fc.Arbitrary<PngRecipe> = fc
  .constantFrom(0, 2, 3, 4, 6)
  .chain((colorType) => fc.record({ colorType: fc.constant(colorType), depth: fc.constantFrom(...depths[colorType]) }))
  .chain(({ colorType, depth }) => {
    const side = fc.integer({ min: 1, max: 19 });
    return fc.tuple(side, side).chain(([width, height]) => {
      const length = width * height * samplesPerPixelOf[colorType];
      const sample = fc.integer({ min: 0, max: 2 ** depth - 1 });
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        depth: fc.constant(depth),
        colorType: fc.constant(colorType),
        interlaced: fc.boolean(),
        samples: fc.array(sample, { minLength: length, maxLength: length }),
        filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
        chunks: colorType === 3 ? somePalette(2 ** depth) : fc.constant([]),
        chunkLength: fc.constantFrom(1, 13, 100_000),
      });
    });
  });

function somePalette(size: number): fc.Arbitrary<PngRecipe['chunks']> {
  const colors = fc.uint8Array({ minLength: size * 3, maxLength: size * 3 });
  const alphas = fc.option(fc.uint8Array({ minLength: 1, maxLength: size }), { nil: undefined });
  return fc
    .tuple(colors, alphas)
    .map(([palette, clear]) => [['PLTE', palette] as const, ...(clear ? [['tRNS', clear] as const] : [])]);
}

/** What a file's samples mean, said as plainly as possible. */
function meaningOf({ depth, colorType, samples, chunks }: PngRecipe): number[] {
  const full = 2 ** depth - 1;
  if (colorType !== 3) return samples.map((value) => Math.round((value / full) * (depth === 16 ? 32768 : 255)));
  const [palette, clear] = ['PLTE', 'tRNS'].map((name) => chunks.find(([found]) => found === name)?.[1]);
  return samples.flatMap((index) => [
    ...[0, 1, 2].map((channel) => palette?.[index * 3 + channel] ?? 0),
    ...(clear ? [clear[index] ?? 255] : []),
  ]);
}

it('files of every kind read as they are meant', () => {
  fc.assert(
    fc.property(someFile, (recipe) => {
      const { raster } = runNow(decodePng(pngFile(recipe)));
      expect([raster.width, raster.height]).toEqual([recipe.width, recipe.height]);
      expect([...raster.data]).toEqual(meaningOf(recipe));
    }),
    { numRuns: 200 },
  );
});

const gray: PngRecipe = {
  width: 3,
  height: 2,
  depth: 8,
  colorType: 0,
  interlaced: false,
  samples: [1, 2, 3, 4, 5, 6],
  filters: [0],
  chunks: [],
  chunkLength: 1000,
};

const read = (recipe: Partial<PngRecipe>, limits?: PictureLimits) =>
  runNow(decodePng(pngFile({ ...gray, ...recipe }), limits));

describe('one color may be transparent', () => {
  it('in gray', () => {
    const { raster } = read({ chunks: [['tRNS', Uint8Array.of(0, 2)]] });
    expect([...raster.data]).toEqual([1, 255, 2, 0, 3, 255, 4, 255, 5, 255, 6, 255]);
  });

  it('in RGB of 16 bit', () => {
    const samples = [0, 0, 65535, 0, 1, 65535];
    const clear = Uint8Array.of(0, 0, 0, 1, 255, 255);
    const { raster } = read({ width: 2, height: 1, depth: 16, colorType: 2, samples, chunks: [['tRNS', clear]] });
    expect([...raster.data]).toEqual([0, 0, 32768, 32768, 0, 1, 32768, 0]);
  });
});

describe('what a file says of its colors', () => {
  const profile = Uint8Array.from({ length: 5000 }, (_, i) => i & 255);
  const iccp = (packed: Uint8Array) => ['iCCP', Uint8Array.from([...Buffer.from('name\0\0'), ...packed])] as const;
  const gama = ['gAMA', Uint8Array.of(0, 0, 0xb1, 0x8f)] as const;

  it.each([
    ['nothing', [], { kind: 'untagged' }],
    ['sRGB, before an exponent', [['sRGB', Uint8Array.of(0)] as const, gama], { kind: 'srgb' }],
    [
      'a profile before all',
      [iccp(zlibSync(profile)), ['sRGB', Uint8Array.of(0)] as const],
      { kind: 'profile', bytes: profile },
    ],
    ['a profile that cannot be unpacked', [iccp(profile)], { kind: 'untagged' }],
    ['a profile larger than any', [iccp(zlibSync(new Uint8Array(5_000_000)))], { kind: 'untagged' }],
    [
      'an exponent',
      [gama],
      { kind: 'gamma', exponent: 100_000 / 45_455, primaries: [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06] },
    ],
  ] as const)('%s', (_, chunks, color) => expect(read({ chunks }).color).toEqual(color));
});

describe('a file is refused', () => {
  const bytes = pngFile(gray);
  const reasonFor = (given: Uint8Array, limits?: PictureLimits) => {
    try {
      runNow(decodePng(given, limits));
    } catch (error) {
      return error instanceof Unreadable ? error.why : error;
    }
    return 'none';
  };
  const edited = (edit: (copy: Uint8Array) => void) => {
    const copy = bytes.slice();
    edit(copy);
    return copy;
  };
  const withPixels = (packed: Uint8Array, size: { width?: number; height?: number } = {}) =>
    pngWith({ ...gray, ...size }, packed);

  it('when it is larger than allowed, before it is unpacked', () => {
    expect(reasonFor(bytes, { ...defaultLimits, pixels: 5 })).toBe('too-large');
    expect(reasonFor(withPixels(new Uint8Array(9), { width: 100_000, height: 100_000 }))).toBe('too-large');
  });

  it('when it was cut anywhere', () => {
    for (let length = 0; length < bytes.length; length++) expect(reasonFor(bytes.subarray(0, length))).toBe('damaged');
  });

  it('when any byte that counts was changed', () => {
    for (let at = 0; at < bytes.length; at++) expect(reasonFor(edited((copy) => (copy[at] ^= 0x11)))).toBe('damaged');
  });

  it.each([
    ['rows are missing', zlibSync(new Uint8Array(7))],
    ['a filter is unknown', zlibSync(Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0))],
    ['there is no zlib stream', deflateSync(new Uint8Array(8))],
    [
      'the checksum of the pixels is wrong',
      zlibSync(new Uint8Array(8)).map((byte, i, all) => (i === all.length - 1 ? byte ^ 1 : byte)),
    ],
  ])('when %s', (_, packed) => expect(reasonFor(withPixels(packed))).toBe('damaged'));

  it('not when rows follow that are none of its own, which stay packed', () => {
    expect(reasonFor(withPixels(zlibSync(new Uint8Array(5_000_000))))).toBe('none');
  });

  it('not when a chunk that can be done without is damaged', () => {
    const [start, end] = [bytes.subarray(0, 33), bytes.subarray(33)];
    const spare = chunk('tEXt', Uint8Array.of(65, 0, 66)).map((byte, i) => (i === 8 ? byte ^ 1 : byte));
    expect(reasonFor(Uint8Array.from([...start, ...spare, ...end]))).toBe('none');
  });

  it('or read, but never anything else, whatever its packed pixels are', () => {
    const random = createRandom(7);
    const packed = encodedPixels();
    for (let round = 0; round < 800; round++) {
      const damaged = packed.slice();
      for (let i = 0; i <= random.below(4); i++) damaged[2 + random.below(packed.length - 2)] = random.below(256);
      expect(['none', 'damaged']).toContain(reasonFor(withPixels(damaged, { width: 64, height: 64 })));
    }
  });

  /** The packed pixels of a picture with all kinds of blocks. */
  function encodedPixels(): Uint8Array {
    const random = createRandom(3);
    const data = Uint8Array.from({ length: 64 * 64 }, (_, i) => (i < 2000 ? random.below(256) : i >> 5));
    const file = encode({ width: 64, height: 64, channels: 1, data });
    const view = new DataView(file.buffer, file.byteOffset);
    return file.slice(41, 41 + view.getUint32(33));
  }
});
