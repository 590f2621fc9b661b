import { Unreadable } from '../../../src/base/unreadable';
import { openPicture } from '../../../src/image/openPicture';
import { encodePng } from '../../../src/image/png/encodePng';
import { sRGB } from '../../../src/image/raster';
import { sniffFormat } from '../../../src/image/sniffFormat';
import { aRaster } from '../../support/pictures';
import { rasterFixture } from '../../support/rasterFixture';
import { runNow } from '../../support/runNow';

const opened = (bytes: Uint8Array) => runNow(openPicture(bytes));
const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const webp = ascii('RIFF\x10\0\0\0WEBPVP8 ');
const avif = ascii('\0\0\0\x1cftypavif\0\0\0\0');

it.each([
  ['png', rasterFixture('gray.png')],
  ['jpeg', rasterFixture('gray.jpg')],
  ['webp', webp],
  ['avif', avif],
  ['gif', ascii('GIF89a')],
  [undefined, ascii('<!DOCTYPE html>')],
  [undefined, new Uint8Array(0)],
])('%s is told by its first bytes', (format, bytes) => expect(sniffFormat(bytes)).toBe(format));

it('gray becomes RGB in sRGB, at its own depth', () => {
  const gray = aRaster([[0, 16384, 32768]], { depth: 16 });
  const data = Uint16Array.of(0, 0, 0, 16384, 16384, 16384, 32768, 32768, 32768);
  const raster = { width: 3, height: 1, channels: 3, space: sRGB, data };
  expect(opened(runNow(encodePng(gray)))).toEqual({ kind: 'raster', raster });
});

it('a JPEG is opened by the same door', () => {
  expect(opened(rasterFixture('progressive-420.jpg'))).toMatchObject({
    kind: 'raster',
    raster: { width: 77, height: 53, channels: 3, space: sRGB },
  });
});

it("what only Photoshop reads is Photoshop's", () => {
  expect(opened(webp)).toEqual({ kind: 'photoshop', format: 'webp', because: 'format' });
  expect(opened(rasterFixture('cmyk.jpg'))).toEqual({ kind: 'photoshop', format: 'jpeg', because: 'rare-kind' });
});

it('a page, or a picture that was cut, is refused', () => {
  expect(() => opened(ascii('<!DOCTYPE html>'))).toThrow(Unreadable);
  expect(() => opened(rasterFixture('gray.png').subarray(0, 900))).toThrow(Unreadable);
});
