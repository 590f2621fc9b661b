import { Unreadable } from '../../../src/base/unreadable';
import { decodePicture } from '../../../src/providers/pixels';
import type { CallContext } from '../../../src/routing/model';
import { aRaster } from '../../support/pictures';
import { rasterFixture } from '../../support/rasterFixture';

const { signal } = new AbortController();
const webp = Uint8Array.from(Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'));
const opened = aRaster([[1, 2, 3]], { channels: 3 });

it('what only the editor can read is opened by the editor', async () => {
  const asked: unknown[] = [];
  const decode: CallContext['decode'] = (bytes, format) => {
    asked.push(bytes, format);
    return Promise.resolve(opened);
  };
  expect(await decodePicture(webp, 'A service', { signal, decode })).toBe(opened);
  expect(asked).toEqual([webp, 'webp']);
});

it('a JPEG is not', async () => {
  const decode = () => Promise.reject(new Error('asked'));
  expect(await decodePicture(rasterFixture('gray.jpg'), 'A service', { signal, decode })).toMatchObject({ width: 77 });
});

it.each([
  ['the editor cannot read it either', () => Promise.reject(new Unreadable('damaged', 'a picture'))],
  ['there is no editor', undefined],
])('an answer cannot be used where %s', async (_, decode) => {
  const opening = { signal, ...(decode && { decode }) };
  await expect(decodePicture(webp, 'A service', opening)).rejects.toMatchObject({
    code: 'model.unusable-answer',
    details: { provider: 'A service' },
  });
});
