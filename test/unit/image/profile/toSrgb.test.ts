import type { EmbeddedColor } from '../../../../src/image/embeddedColor';
import { decodeJpeg } from '../../../../src/image/jpeg/decodeJpeg';
import { toSrgb } from '../../../../src/image/profile/toSrgb';
import type { Raster } from '../../../../src/image/raster';
import { buildProfile } from '../../../photoshop/color/buildProfile';
import { type ColorEngine, createColorEngine } from '../../../photoshop/color/colorEngine';
import { namedProfile } from '../../../photoshop/color/namedProfiles';
import { buildPressProfile } from '../../../photoshop/color/pressProfile';
import { littleCms } from '../../../photoshop/node/littleCms';
import { aRaster } from '../../../support/pictures';
import { rasterFixture } from '../../../support/rasterFixture';
import { runNow } from '../../../support/runNow';
import '../../../support/matchers';

const named = (name: string) => namedProfile(name) ?? new Uint8Array(0);
const converted = (raster: Raster, bytes: Uint8Array) => runNow(toSrgb(raster, { kind: 'profile', bytes }));

const levels = [0, 1, 5, 20, 51, 102, 128, 153, 204, 240, 255];

/** Colors of a grid, all grays included. */
function grid(depth: 8 | 16): Raster {
  const full = depth === 8 ? 255 : 32768;
  const value = (level: number) => Math.round((level / 255) * full);
  const rows = levels.map((red) => levels.flatMap((green) => levels.flatMap((blue) => [red, green, blue].map(value))));
  return aRaster(rows, { channels: 3, depth });
}

describe('a profile of a curve and a matrix', () => {
  let engine: ColorEngine;
  beforeAll(async () => {
    engine = await createColorEngine(littleCms());
  });
  const byEngine = (raster: Raster, profile: Uint8Array): Raster => {
    const depth = raster.data instanceof Uint8Array ? 8 : 16;
    const model = raster.channels < 3 ? 'gray' : 'rgb';
    const to = { model: 'rgb', depth, profile: named('sRGB IEC61966-2.1') } as const;
    return { ...raster, data: engine.converter({ model, depth, profile }, to)(raster.data, raster.channels) };
  };

  it.each(['Adobe RGB (1998)', 'Display P3', 'ProPhoto RGB'])('%s is converted as Little CMS converts it', (name) => {
    expect(converted(grid(8), named(name))).toMatchRaster(byEngine(grid(8), named(name)), { within: 1 });
    expect(converted(grid(16), named(name))).toMatchRaster(byEngine(grid(16), named(name)), { within: 40 });
  });

  it('gray is converted as Little CMS converts it', () => {
    const grays = aRaster([levels]);
    const profile = buildProfile({ name: 'Gray Gamma 1.8', curve: { gamma: 1.8 } });
    const expected = byEngine(grays, profile).data.filter((_, i) => i % 3 === 0);
    expect(converted(grays, profile)).toMatchRaster({ ...grays, data: expected }, { within: 1 });
  });

  it('alpha stays as it is', () => {
    const raster = aRaster([[10, 200, 30, 77]], { channels: 4 });
    const result = converted(raster, named('Adobe RGB (1998)'));
    expect(result).toMatchObject({ channels: 4 });
    expect((result as Raster).data[3]).toBe(77);
  });
});

describe('what is sRGB already stays bit for bit', () => {
  const raster = grid(8);
  it.each<[string, EmbeddedColor]>([
    ['untagged', { kind: 'untagged' }],
    ['named', { kind: 'srgb' }],
    ['by its profile', { kind: 'profile', bytes: named('sRGB IEC61966-2.1') }],
    [
      'by its exponent',
      { kind: 'gamma', exponent: 100_000 / 45_455, primaries: [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06] },
    ],
    ['by what is no profile', { kind: 'profile', bytes: Uint8Array.of(1, 2, 3) }],
    ['by a profile of other channels', { kind: 'profile', bytes: named('Gray Gamma 2.2') }],
  ])('%s', (_, color) => expect((runNow(toSrgb(raster, color)) as Raster).data).toBe(raster.data));

  it('by the profile of another maker', () => {
    const { color } = runNow(decodeJpeg(rasterFixture('profile.jpg')));
    expect((runNow(toSrgb(raster, color)) as Raster).data).toBe(raster.data);
  });
});

it('an exponent and primaries are converted as the profile that says the same', () => {
  const adobe: EmbeddedColor = {
    kind: 'gamma',
    exponent: 2.19921875,
    primaries: [0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06],
  };
  const expected = converted(grid(8), named('Adobe RGB (1998)'));
  expect(runNow(toSrgb(grid(8), adobe))).toMatchRaster(expected as Raster, { within: 1 });
});

it("a profile of tables is the host's to convert", () => {
  expect(converted(grid(8), buildPressProfile('A press'))).toBe('host');
});

it('any damage to a profile ends in a picture or with the host', () => {
  const profile = named('Adobe RGB (1998)');
  const small = aRaster([[10, 200, 30]], { channels: 3 });
  for (let at = 0; at < 400; at += 3) {
    const damaged = profile.slice();
    damaged[at] ^= 0x5a;
    const result = converted(small, damaged);
    expect(result === 'host' || result.data.length === 3).toBe(true);
  }
});
