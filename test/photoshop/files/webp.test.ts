import { plain, type Picture } from '../../servers/picture';
import { webpFile } from '../../support/webpFile';
import { readWebp } from '../node/webp';
import { DamagedFile } from '../psd/damagedFile';
import { isWebp } from './readWebp';

/** Colors that differ from pixel to pixel. */
const colorful: Picture = {
  ...plain(9, 7, [0, 0, 0]),
  data: Uint8Array.from({ length: 9 * 7 * 3 }, (_, i) => (i * 37) % 256),
};

it('opens a WebP picture as a document with a Background', async () => {
  const file = await webpFile(colorful);
  expect(isWebp(file)).toBe(true);
  const state = await readWebp(file);
  expect(state).toMatchObject({ width: 9, height: 7, mode: 'rgb', depth: 8 });
  const { color, alpha } = state.layers[0]?.pixels.read() ?? { color: [] };
  expect(alpha).toBeUndefined();
  expect(color).toEqual([0, 1, 2].map((channel) => colorful.data.filter((_, i) => i % 3 === channel)));
});

it('keeps the profile that stands in the file', async () => {
  const file = await webpFile(colorful);
  const profile = Uint8Array.of(1, 2, 3);
  expect((await readWebp(withProfile(file, profile))).profile).toEqual(profile);
});

it('says of a broken file that it cannot be opened', async () => {
  const file = await webpFile(colorful);
  await expect(readWebp(file.subarray(0, 30))).rejects.toThrow(DamagedFile);
});

/** The file in its extended form (RFC 9649, 2.7), with a profile before the picture. */
function withProfile(file: Uint8Array, profile: Uint8Array): Uint8Array {
  const header = Uint8Array.of(0x20, 0, 0, 0, 8, 0, 0, 6, 0, 0);
  const content = [chunk('VP8X', header), chunk('ICCP', profile), file.subarray(12)].flatMap((part) => [...part]);
  return Uint8Array.from([...chunk('RIFF', Uint8Array.from([...ascii('WEBP'), ...content]))]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const length = Uint8Array.from([0, 8, 16, 24], (shift) => (content.length >> shift) & 255);
  return Uint8Array.from([...ascii(name), ...length, ...content, ...(content.length % 2 === 1 ? [0] : [])]);
}

function ascii(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}
