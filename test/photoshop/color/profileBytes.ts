import { createByteWriter, type ByteWriter } from '../psd/byteWriter';
import { d50, type Xyz } from './primaries';

const headerBytes = 128;

/** Four characters each, as the header of a profile has them. */
export interface ProfileClass {
  readonly device: 'mntr' | 'prtr';
  readonly space: 'RGB ' | 'GRAY' | 'CMYK';
  readonly connection: 'XYZ ' | 'Lab ';
}

/** A profile of version 2 of the ICC specification, from its tags; bytes that several tags share stand there once. */
export function profileOf(tags: readonly (readonly [string, Uint8Array])[], kind: ProfileClass): Uint8Array {
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
  writeHeader(writer, dataStart + data.length, kind);
  writer.append(table);
  writer.append(data);
  return writer.join();
}

function writeHeader(writer: ByteWriter, size: number, { device, space, connection }: ProfileClass): void {
  writer.u32(size);
  writer.zeros(4);
  writer.u32(0x02400000);
  writer.ascii(`${device}${space}${connection}`);
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
export function descriptionTag(name: string): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('desc');
  writer.zeros(4);
  writer.u32(name.length + 1);
  writer.ascii(`${name}\0`);
  writer.zeros(4 + 4 + 2 + 1 + 67);
  return writer.join();
}

export function textTag(text: string): Uint8Array {
  const writer = createByteWriter();
  writer.ascii(`text\0\0\0\0${text}\0`);
  return writer.join();
}

export function xyzTag(xyz: Xyz): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('XYZ \0\0\0\0');
  for (const value of xyz) writer.i32(Math.round(value * 65536));
  return writer.join();
}
