import { buildProfile } from './buildProfile';
import { buildPressProfile } from './pressProfile';
import { primariesOf, type Chromaticity, type Gamut } from './primaries';

/** The profiles that are always at hand, built from the published primaries and curves of their spaces. */
export function namedProfile(name: string): Uint8Array | undefined {
  const known = kept.get(name);
  if (known) return known;
  const profile = makers.get(name)?.();
  if (profile) kept.set(name, profile);
  return profile;
}

export const profileNames = (): readonly string[] => [...makers.keys()];

const kept = new Map<string, Uint8Array>();

const d65: Chromaticity = [0.3127, 0.329];
const srgb: Gamut = { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06], white: d65 };
const adobe: Gamut = { red: [0.64, 0.33], green: [0.21, 0.71], blue: [0.15, 0.06], white: d65 };
const displayP3: Gamut = { red: [0.68, 0.32], green: [0.265, 0.69], blue: [0.15, 0.06], white: d65 };
const prophoto: Gamut = {
  red: [0.7347, 0.2653],
  green: [0.1596, 0.8404],
  blue: [0.0366, 0.0001],
  white: [0.3457, 0.3585],
};

const makers: ReadonlyMap<string, () => Uint8Array> = new Map<string, () => Uint8Array>([
  rgb('sRGB IEC61966-2.1', srgb, { points: srgbPoints() }),
  rgb('Adobe RGB (1998)', adobe, { gamma: 2.19921875 }),
  rgb('ProPhoto RGB', prophoto, { gamma: 1.8 }),
  rgb('Display P3', displayP3, { points: srgbPoints() }),
  ['Plain Press CMYK', () => buildPressProfile('Plain Press CMYK')],
  ['Gray Gamma 2.2', () => buildProfile({ name: 'Gray Gamma 2.2', curve: { gamma: 2.2 } })],
]);

function rgb(
  name: string,
  gamut: Gamut,
  curve: Parameters<typeof buildProfile>[0]['curve'],
): readonly [string, () => Uint8Array] {
  return [name, () => buildProfile({ name, primaries: primariesOf(gamut), curve })];
}

/** The curve of IEC 61966-2-1, as a table. */
function srgbPoints(): readonly number[] {
  const count = 4096;
  return Array.from({ length: count }, (_, i) => {
    const value = i / (count - 1);
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}
