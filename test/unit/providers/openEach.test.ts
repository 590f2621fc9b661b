import { InlayError } from '../../../src/base/errors';
import { type Raster, sRGB } from '../../../src/image/raster';
import { openEach } from '../../../src/providers/openEach';
import { decodePicture } from '../../../src/providers/pixels';

const picture = (value: number): Raster => ({
  ...{ width: 1, height: 1, channels: 3, space: sRGB },
  data: new Uint8Array(3).fill(value),
});
const gone = new InlayError('model.unusable-answer', { provider: 'Acme', problem: 'gone' });
const open = (place: number) => (place < 0 ? Promise.reject(gone) : Promise.resolve(picture(place)));

it('one picture that cannot be had costs none of the others, and is told', async () => {
  expect(await openEach([1, -1, 3], open)).toEqual({
    images: [picture(1), picture(3)],
    warnings: [{ text: '1 of 3 pictures could not be used.' }],
  });
  expect(await openEach([1, 2], open)).toEqual({ images: [picture(1), picture(2)], warnings: [] });
});

it('where there is none, it is told why', async () => {
  await expect(openEach([-1, -2], open)).rejects.toBe(gone);
});

it('a picture that has come and that Photoshop does not open counts as charged', async () => {
  const webp = new Uint8Array(64);
  webp.set(Buffer.from('RIFF....WEBPVP8 '));
  const full = new InlayError('host.disk-full', { doing: 'open the picture' });
  const opening = { signal: new AbortController().signal, decode: () => Promise.reject(full) };
  await expect(decodePicture(webp, 'Acme', opening)).rejects.toMatchObject({
    code: 'model.unusable-answer',
    cause: full,
  });
});
