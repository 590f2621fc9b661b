import { decode } from 'fast-png';
import { base64Of } from '../../../src/base/base64';
import { storedPng } from '../../../src/image/png';
import { sRGB, type Raster } from '../../../src/image/raster';

function noise(width: number, height: number, channels: 3 | 4): Raster {
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 2654435761) >>> 24);
  return { width, height, channels, space: sRGB, data };
}

it.each([
  [1, 1, 3],
  [7, 5, 4],
  // more than one stored block, and the last one full to the last byte
  [300, 200, 3],
  [21844, 3, 3],
] as const)('a picture of %i by %i with %i channels reads as it was written', (width, height, channels) => {
  const raster = noise(width, height, channels);
  const read = decode(storedPng(raster), { checkCrc: true });
  expect(read).toMatchObject({ width, height, channels, depth: 8 });
  expect(Uint8Array.from(read.data)).toEqual(raster.data);
});

it('base64 is what everybody reads', () => {
  const bytes = Uint8Array.from({ length: 20001 }, (_, i) => (i * 7) & 255);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
