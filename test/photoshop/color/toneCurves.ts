import { createByteReader, type ByteReader } from '../psd/byteReader';
import { namedProfile } from './namedProfiles';

/** From an encoded value to light, both 0 to 1. */
export type ToneCurve = (value: number) => number;

/** The curves of red, green and blue of a display profile; those of sRGB where it has none that can be read. */
export function toneCurvesOf(profile: Uint8Array): readonly ToneCurve[] {
  return readCurves(profile) ?? readCurves(namedProfile('sRGB IEC61966-2.1') ?? profile) ?? [];
}

const tags = ['rTRC', 'gTRC', 'bTRC'];
const headerBytes = 128;

function readCurves(profile: Uint8Array): readonly ToneCurve[] | undefined {
  try {
    const places = readTable(profile);
    const curves = tags.flatMap((tag) => {
      const start = places.get(tag);
      return start === undefined ? [] : [readCurve(createByteReader(profile.subarray(start), 'a curve'))];
    });
    return curves.length === tags.length ? curves : undefined;
  } catch {
    return undefined;
  }
}

function readTable(profile: Uint8Array): ReadonlyMap<string, number> {
  const reader = createByteReader(profile, 'a profile');
  const places = new Map<string, number>();
  reader.skip(headerBytes);
  for (let left = reader.u32(); left > 0; left--) {
    places.set(reader.key(), reader.u32());
    reader.skip(4);
  }
  return places;
}

function readCurve(reader: ByteReader): ToneCurve {
  const kind = reader.key();
  reader.skip(4);
  return kind === 'para' ? readParametric(reader) : readTabulated(reader);
}

/** No point: light itself; one: a gamma; more: a table. */
function readTabulated(reader: ByteReader): ToneCurve {
  const count = reader.u32();
  if (count === 0) return (value) => value;
  if (count === 1) {
    const gamma = reader.u16() / 256;
    return (value) => value ** gamma;
  }
  const points = new Float64Array(Math.min(count, Math.floor(reader.remaining / 2))).map(() => reader.u16() / 65535);
  return (value) => {
    const place = Math.min(1, Math.max(0, value)) * (points.length - 1);
    const below = Math.min(points.length - 2, Math.floor(place));
    return points[below] + (points[below + 1] - points[below]) * (place - below);
  };
}

/** The five kinds of the ICC specification (10.18), each one parameter richer than the one before. */
function readParametric(reader: ByteReader): ToneCurve {
  const kind = reader.u16();
  reader.skip(2);
  const fixed = () => reader.i32() / 65536;
  const g = fixed();
  if (kind === 0) return (value) => value ** g;
  const a = fixed();
  const b = fixed();
  const power = (value: number) => Math.max(0, a * value + b) ** g;
  if (kind === 1) return (value) => (value >= -b / a ? power(value) : 0);
  const c = fixed();
  if (kind === 2) return (value) => (value >= -b / a ? power(value) + c : c);
  const d = fixed();
  const e = kind === 4 ? fixed() : 0;
  const f = kind === 4 ? fixed() : 0;
  return (value) => (value >= d ? power(value) + e : c * value + f);
}
