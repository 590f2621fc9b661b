import { createByteWriter, type ByteWriter } from '../psd/byteWriter';
import { d50 } from './primaries';

/** A display or gray profile, as the ICC specification (version 2) lays it out. Colors are XYZ relative to D50. */
export interface ProfileRecipe {
  readonly name: string;
  /** Red, green, blue; absent for a gray profile. */
  readonly primaries?: readonly [Xyz, Xyz, Xyz];
  /** From an encoded value to light, both 0 to 1. */
  readonly curve: { readonly gamma: number } | { readonly points: readonly number[] };
}

export type Xyz = readonly [number, number, number];

export function buildProfile(recipe: ProfileRecipe): Uint8Array {
  const { name, primaries, curve } = recipe;
  const curveTag = curveBytes(curve);
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', descriptionBytes(name)],
    ['cprt', textBytes('No copyright, use freely')],
    ['wtpt', xyzBytes(d50)],
    ...(primaries
      ? ([
          ['rXYZ', xyzBytes(primaries[0])],
          ['gXYZ', xyzBytes(primaries[1])],
          ['bXYZ', xyzBytes(primaries[2])],
          ['rTRC', curveTag],
          ['gTRC', curveTag],
          ['bTRC', curveTag],
        ] as const)
      : ([['kTRC', curveTag]] as const)),
  ];
  return profileOf(tags, primaries ? 'RGB ' : 'GRAY');
}

const headerBytes = 128;

function profileOf(tags: readonly (readonly [string, Uint8Array])[], space: string): Uint8Array {
  const data = createByteWriter();
  const table = createByteWriter();
  const dataStart = headerBytes + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  table.u32(tags.length);
  for (const [key, bytes] of tags) {
    const place = places.get(bytes) ?? dataStart + data.length;
    if (!places.has(bytes)) writePadded(data, bytes);
    places.set(bytes, place);
    table.ascii(key);
    table.u32(place);
    table.u32(bytes.length);
  }
  const writer = createByteWriter();
  writeHeader(writer, dataStart + data.length, space);
  writer.append(table);
  writer.append(data);
  return writer.join();
}

function writeHeader(writer: ByteWriter, size: number, space: string): void {
  writer.u32(size);
  writer.zeros(4);
  writer.u32(0x02400000);
  writer.ascii(`mntr${space}XYZ `);
  // a date that does not change: 1 January 2000
  for (const part of [2000, 1, 1, 0, 0, 0]) writer.u16(part);
  writer.ascii('acsp');
  writer.zeros(28);
  for (const value of d50) writer.i32(Math.round(value * 65536));
  writer.zeros(headerBytes - writer.length);
}

function writePadded(writer: ByteWriter, bytes: Uint8Array): void {
  writer.bytes(bytes);
  writer.zeros((4 - (bytes.length % 4)) % 4);
}

/** The name in single bytes; the Unicode and Macintosh versions of it are left empty. */
function descriptionBytes(name: string): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('desc');
  writer.zeros(4);
  writer.u32(name.length + 1);
  writer.ascii(`${name}\0`);
  writer.zeros(4 + 4 + 2 + 1 + 67);
  return writer.join();
}

function textBytes(text: string): Uint8Array {
  const writer = createByteWriter();
  writer.ascii(`text\0\0\0\0${text}\0`);
  return writer.join();
}

function xyzBytes(xyz: Xyz): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('XYZ \0\0\0\0');
  for (const value of xyz) writer.i32(Math.round(value * 65536));
  return writer.join();
}

function curveBytes(curve: ProfileRecipe['curve']): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('curv\0\0\0\0');
  if ('gamma' in curve) {
    writer.u32(1);
    writer.u16(Math.round(curve.gamma * 256));
    return writer.join();
  }
  writer.u32(curve.points.length);
  for (const point of curve.points) writer.u16(Math.round(point * 65535));
  return writer.join();
}
