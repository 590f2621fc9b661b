import { readFileSync } from 'node:fs';
import { createColorEngine, type ColorEngine, type ColorFormat } from './colorEngine';
import { namedProfile, profileNames } from './namedProfiles';
import { profileModel, profileName } from './profileName';
import { toneCurvesOf } from './toneCurves';

const models = new Map<string, ColorFormat['model']>([
  ['Gray Gamma 2.2', 'gray'],
  ['Lab D50', 'lab'],
]);

function format(name: string, depth: 8 | 16): ColorFormat {
  const profile = namedProfile(name) ?? new Uint8Array(0);
  return { model: models.get(name) ?? 'rgb', depth, profile };
}

describe('color profiles', () => {
  it('know their names', () => {
    expect(profileNames().map((name) => profileName(namedProfile(name) ?? new Uint8Array(0)))).toEqual(profileNames());
    expect(profileModel(namedProfile('Gray Gamma 2.2') ?? new Uint8Array(0))).toBe('gray');
    expect(profileName(Uint8Array.of(1, 2, 3))).toBeUndefined();
  });
});

describe('the curves of a display profile', () => {
  const lightOf = (profile: Uint8Array, value: number) => toneCurvesOf(profile).map((curve) => curve(value));
  const named = (name: string) => namedProfile(name) ?? new Uint8Array(0);

  it('tell how much light a value is, by a gamma or by a table', () => {
    for (const [name, light] of [
      ['ProPhoto RGB', 0.5 ** 1.8],
      ['sRGB IEC61966-2.1', 0.21404],
    ] as const) {
      for (const value of lightOf(named(name), 0.5)) expect(value).toBeCloseTo(light, 3);
    }
  });

  it('are those of sRGB where the profile has none that can be read', () => {
    for (const odd of [new Uint8Array(0), new Uint8Array(200), named('Plain Press CMYK')]) {
      expect(lightOf(odd, 0.5)).toEqual(lightOf(named('sRGB IEC61966-2.1'), 0.5));
    }
  });

  it('may be given by parameters', () => {
    const profile = named('ProPhoto RGB').slice();
    const view = new DataView(profile.buffer);
    const curve = Array.from({ length: view.getUint32(128) }, (_, i) => 132 + i * 12).find(
      (at) => view.getUint32(at) === 0x72545243,
    );
    const place = view.getUint32((curve ?? 0) + 4);
    const parameters = [0x70617261, 0, 0x00000000, 0x00020000];
    parameters.forEach((value, i) => view.setUint32(place + i * 4, value));
    expect(lightOf(profile, 0.5)[0]).toBeCloseTo(0.25);
  });
});

describe('the color engine', () => {
  let engine: ColorEngine;
  beforeAll(async () => {
    engine = await createColorEngine(new Uint8Array(readFileSync(require.resolve('lcms-wasm/dist/lcms.wasm'))));
  });
  const convert = (from: ColorFormat, to: ColorFormat, values: number[], components: number) => [
    ...engine.converter(from, to)(from.depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values), components),
  ];

  it('leaves neutral colors neutral between spaces', () => {
    const srgb = format('sRGB IEC61966-2.1', 8);
    for (const name of ['Adobe RGB (1998)', 'ProPhoto RGB', 'Display P3']) {
      const [r = 0, g = 0, b = 0] = convert(srgb, format(name, 8), [128, 128, 128], 3);
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(1);
      expect(convert(srgb, format(name, 8), [255, 255, 255, 0, 0, 0], 3)).toEqual([255, 255, 255, 0, 0, 0]);
    }
  });

  it('turns the green of Adobe RGB into the strongest green of sRGB, and pure sRGB red into a duller Adobe red', () => {
    expect(convert(format('Adobe RGB (1998)', 8), format('sRGB IEC61966-2.1', 8), [0, 255, 0], 3)).toEqual([0, 255, 0]);
    const [r = 0, g = 0, b = 0] = convert(
      format('sRGB IEC61966-2.1', 8),
      format('Adobe RGB (1998)', 8),
      [255, 0, 0],
      3,
    );
    expect(Math.abs(r - 219)).toBeLessThanOrEqual(1);
    expect([g, b].every((value) => value <= 1)).toBe(true);
  });

  it('takes 16 bit up to 32768 and keeps alpha', () => {
    const deep = format('Adobe RGB (1998)', 16);
    expect(convert(deep, format('sRGB IEC61966-2.1', 8), [32768, 32768, 32768, 16384], 4)).toEqual([
      255, 255, 255, 128,
    ]);
    expect(convert(format('sRGB IEC61966-2.1', 8), deep, [255, 255, 255, 51], 4)).toEqual([32768, 32768, 32768, 6554]);
  });

  it('gives back what it took, within a step of 8 bit, through a wider space at 16 bit', () => {
    const values = [12, 200, 90, 255, 0, 31, 77, 78, 79];
    const wide = engine.converter(format('sRGB IEC61966-2.1', 8), format('ProPhoto RGB', 16))(
      Uint8Array.from(values),
      3,
    );
    const back = engine.converter(format('ProPhoto RGB', 16), format('sRGB IEC61966-2.1', 8))(wide, 3);
    expect([...back].every((value, i) => Math.abs(value - (values[i] ?? 0)) <= 1)).toBe(true);
  });

  it('counts Lab as Photoshop does', () => {
    const gray = convert(format('sRGB IEC61966-2.1', 8), format('Lab D50', 16), [119, 119, 119, 255, 255, 255], 3);
    expect(
      gray.map((value, i) => (i % 3 === 0 ? Math.round((value / 32768) * 100) : Math.round(value / 128) - 128)),
    ).toEqual([50, 0, 0, 100, 0, 0]);
  });

  it('knows a profile that it cannot use: one that is damaged, and one of another model', () => {
    const press = namedProfile('Plain Press CMYK') ?? new Uint8Array(0);
    expect(engine.canUse(format('Adobe RGB (1998)', 16))).toBe(true);
    expect(engine.canUse({ model: 'cmyk', depth: 8, profile: press })).toBe(true);
    expect(engine.canUse({ model: 'rgb', depth: 8, profile: press })).toBe(false);
    expect(engine.canUse({ model: 'rgb', depth: 8, profile: press.subarray(0, 200) })).toBe(false);
    expect(engine.canUse({ model: 'rgb', depth: 8, profile: new Uint8Array(3) })).toBe(false);
  });

  it('makes the same converter once', () => {
    const [from, to] = [format('sRGB IEC61966-2.1', 8), format('Gray Gamma 2.2', 8)];
    expect(engine.converter(from, to)).toBe(engine.converter(from, to));
  });

  it('separates colors into inks and brings them back', () => {
    const press = { model: 'cmyk', depth: 16, profile: namedProfile('Plain Press CMYK') ?? new Uint8Array(0) } as const;
    const rgb = format('Adobe RGB (1998)', 16);
    const inks = (color: number[]) => convert(rgb, press, color, 3);
    const white = inks([32768, 32768, 32768]);
    expect(Math.min(...white)).toBeGreaterThan(32768 - 60);
    for (const color of [
      [16384, 16384, 16384],
      [20000, 9000, 7000],
      [9000, 20000, 25000],
    ]) {
      const back = convert(press, rgb, inks(color), 4);
      expect(Math.max(...back.map((value, i) => Math.abs(value - color[i])))).toBeLessThan(500);
    }
  });

  it('knows light at 32 bit: no curve, and nothing is cut', () => {
    const light = (name: string) => ({ ...format(name, 8), depth: 32 }) as const;
    const values = Float32Array.of(0.5, 0.5, 0.5, 3, 2, 2.5);
    const [r, g, b, ...bright] = engine.converter(light('sRGB IEC61966-2.1'), light('Adobe RGB (1998)'))(values, 3);
    for (const value of [r, g, b]) expect(value).toBeCloseTo(0.5, 2);
    expect(Math.max(...bright)).toBeGreaterThan(2.5);
    const shown = engine.converter(light('sRGB IEC61966-2.1'), format('sRGB IEC61966-2.1', 8))(values, 3);
    expect([...shown]).toEqual([188, 188, 188, 255, 255, 255]);
  });
});
