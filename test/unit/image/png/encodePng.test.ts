import fc from 'fast-check';
import { decode } from 'fast-png';
import { createRandom } from '../../../../src/base/random';
import { encodePng, type PngPixels } from '../../../../src/image/png/encodePng';
import { someRaster } from '../../../support/arbitraries';
import { runNow } from '../../../support/runNow';

type Fill = (x: number, y: number, channel: number) => number;

function drawn(width: number, height: number, channels: 1 | 2 | 3 | 4, fill: Fill): PngPixels {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) data[at++] = fill(x, y, channel);
    }
  }
  return { width, height, channels, data };
}

const random = createRandom(1);
const fills: Record<string, Fill> = {
  noise: () => random.below(256),
  flat: () => 77,
  slope: (x, y, channel) => x + 2 * y + 3 * channel,
  edges: (x, y) => ((Math.floor(x / 9) + Math.floor(y / 7)) % 2 === 0 ? 255 : 0),
  'mostly flat': (x, y) => (random.below(50) === 0 ? random.below(256) : (x >> 4) + (y >> 4)),
};

describe.each(Object.keys(fills))('a picture of %s', (name) => {
  it.each([
    [1, 1, 3],
    [3, 2, 1],
    [7, 5, 2],
    [258, 3, 4],
    [1031, 97, 3],
    // a row longer than a piece of the work, and more than one block
    [20001, 4, 4],
    [300, 400, 1],
  ] as const)('of %i by %i with %i channels reads as it was written', (width, height, channels) => {
    const written = drawn(width, height, channels, fills[name]);
    const read = decode(runNow(encodePng(written)), { checkCrc: true });
    expect(read).toMatchObject({ width, height, channels, depth: 8 });
    expect(Buffer.compare(Buffer.from(read.data), Buffer.from(written.data))).toBe(0);
  });
});

it.each([1, 2, 3, 4] as const)('16 bit with %i channels fills the scale of a file', (channels) => {
  fc.assert(
    fc.property(someRaster(16, channels), (raster) => {
      const read = decode(runNow(encodePng(raster)), { checkCrc: true });
      const expected = Uint16Array.from(raster.data, (value) => Math.round((value * 65535) / 32768));
      expect(read).toMatchObject({ channels, depth: 16, data: expected });
    }),
    { numRuns: 30 },
  );
});

it('a mask of four million pixels with two shapes takes next to nothing', () => {
  const inShape: Fill = (x, y) => ((x - 900) ** 2 + (y - 800) ** 2 < 500 ** 2 || (x > 1500 && y > 1200) ? 255 : 0);
  expect(runNow(encodePng(drawn(2048, 2048, 1, inShape))).length).toBeLessThan(16_000);
});

it('a flat cut-out takes next to nothing', () => {
  expect(runNow(encodePng(drawn(1024, 1024, 4, (x) => (x < 300 ? 0 : 200)))).length).toBeLessThan(12_000);
});
