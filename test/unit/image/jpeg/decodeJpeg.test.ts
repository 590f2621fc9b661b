import { decode } from 'fast-png';
import { encode } from 'jpeg-js';
import { Unreadable } from '../../../../src/base/unreadable';
import { decodeJpeg } from '../../../../src/image/jpeg/decodeJpeg';
import { defaultLimits, type PictureFile } from '../../../../src/image/pictureFile';
import { sRGB } from '../../../../src/image/raster';
import { rasterFixture } from '../../../support/rasterFixture';
import { runNow } from '../../../support/runNow';
import '../../../support/matchers';
import { flatBlocks } from './flatBlocks';

const decoded = (bytes: Uint8Array): PictureFile => runNow(decodeJpeg(bytes));

function expectedOf(name: string) {
  const { width, height, channels, data } = decode(rasterFixture(`${name}.png`));
  const space = channels === 1 ? { model: 'gray' as const, profile: '' } : sRGB;
  return { width, height, channels: channels === 1 ? (1 as const) : (3 as const), space, data: Uint8Array.from(data) };
}

describe('a JPEG reads bit for bit as libjpeg reads it', () => {
  it.each(['baseline-444', 'baseline-422', 'baseline-420', 'progressive-444', 'progressive-422', 'progressive-420'])(
    '%s',
    (name) => expect(decoded(rasterFixture(`${name}.jpg`)).raster).toMatchRaster(expectedOf(name)),
  );

  it('gray', () => {
    const { raster } = decoded(rasterFixture('gray.jpg'));
    expect(raster.channels).toBe(1);
    expect(raster).toMatchRaster(expectedOf('gray'));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('upright from orientation %i', (orientation) => {
    const name = `orientation-${orientation}`;
    expect(decoded(rasterFixture(`${name}.jpg`)).raster).toMatchRaster(expectedOf(name));
  });
});

it('a JPEG by another writer comes back nearly as it was', () => {
  const [width, height] = [100, 75];
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => {
    const pixel = i >> 2;
    return i % 4 === 3 ? 255 : 60 + (pixel % width) + (i % 4) * 20;
  });
  const { raster } = decoded(Uint8Array.from(encode({ width, height, data: rgba }, 95).data));
  const data = rgba.filter((_, i) => i % 4 < 3);
  expect(raster).toMatchRaster({ width, height, channels: 3, space: sRGB, data }, { within: 6 });
});

it.each([0, 1, 3, 7])('restarts every %i blocks are followed', (interval) => {
  const levels = Array.from({ length: 30 }, (_, i) => (i * 37) % 256);
  const { raster } = decoded(flatBlocks(6, levels, interval));
  expect(levels.map((_, i) => raster.data[Math.floor(i / 6) * 8 * 48 + (i % 6) * 8])).toEqual(levels);
});

it('an embedded profile is kept, in one piece', () => {
  const { color } = decoded(rasterFixture('profile.jpg'));
  expect(color.kind).toBe('profile');
  const { bytes } = color as Extract<typeof color, { kind: 'profile' }>;
  expect(String.fromCharCode(...bytes.subarray(36, 40))).toBe('acsp');
  expect(bytes.length).toBe(new DataView(bytes.buffer).getUint32(0));
});

describe('a JPEG is refused', () => {
  const whole = rasterFixture('baseline-420.jpg');
  const reasonFor = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      return error instanceof Unreadable ? error.why : error;
    }
    return 'none';
  };

  it('when it is larger than allowed, before room is made', () => {
    expect(reasonFor(() => runNow(decodeJpeg(whole, { ...defaultLimits, pixels: 77 * 53 - 1 })))).toBe('too-large');
  });

  it('when it has four colors', () => expect(reasonFor(() => decoded(rasterFixture('cmyk.jpg')))).toBe('unsupported'));

  it.each([2, 100, 620, 700, 1500, whole.length - 40])('when it was cut after %i bytes', (length) => {
    expect(reasonFor(() => decoded(whole.subarray(0, length)))).toBe('damaged');
  });

  it.each(['baseline-420.jpg', 'progressive-422.jpg'])(
    'or read, but never anything else, when %s is damaged',
    (name) => {
      const bytes = rasterFixture(name);
      for (let at = 2; at < bytes.length; at += 7) {
        const damaged = bytes.slice();
        damaged[at] ^= 0x5a;
        expect(['none', 'damaged', 'unsupported', 'too-large']).toContain(reasonFor(() => decoded(damaged)));
      }
    },
  );
});
