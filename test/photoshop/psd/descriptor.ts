import { createByteReader, type ByteReader } from './byteReader';
import { damaged } from './damagedFile';
import { readUnicode } from './text';

/** A value of Photoshop's action descriptors, as far as this reader cares for its content. */
export type DescriptorValue =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'flag'; readonly value: boolean }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'enum'; readonly value: string }
  | { readonly type: 'object'; readonly value: Descriptor }
  | { readonly type: 'list'; readonly value: readonly DescriptorValue[] }
  | { readonly type: 'other' };

export interface Descriptor {
  readonly items: ReadonlyMap<string, DescriptorValue>;
  /** Each item as it stood in the file, key and type included. */
  readonly raw: ReadonlyMap<string, Uint8Array>;
}

/** The descriptor behind a version number, or nothing where it is not one that can be read. */
export function readVersionedDescriptor(data: Uint8Array, skip = 0): Descriptor | undefined {
  try {
    const reader = createByteReader(data, 'a descriptor');
    reader.skip(skip);
    return reader.u32() === 16 ? readDescriptor(reader, data, 0) : undefined;
  } catch {
    return undefined;
  }
}

export function numberAt(descriptor: Descriptor | undefined, key: string): number | undefined {
  const value = descriptor?.items.get(key);
  return value?.type === 'number' ? value.value : undefined;
}

export function objectAt(descriptor: Descriptor | undefined, key: string): Descriptor | undefined {
  const value = descriptor?.items.get(key);
  return value?.type === 'object' ? value.value : undefined;
}

const maxNesting = 40;

function readDescriptor(reader: ByteReader, data: Uint8Array, nesting: number): Descriptor {
  if (nesting > maxNesting) damaged('a descriptor is nested too deeply');
  readUnicode(reader);
  readId(reader);
  const items = new Map<string, DescriptorValue>();
  const raw = new Map<string, Uint8Array>();
  const count = reader.u32();
  for (let i = 0; i < count; i++) {
    const start = reader.position;
    const key = readId(reader);
    items.set(key, readValue(reader, reader.key(), data, nesting));
    raw.set(key, data.subarray(start, reader.position));
  }
  return { items, raw };
}

function readId(reader: ByteReader): string {
  const length = reader.u32();
  if (length === 0) return reader.key();
  return String.fromCharCode(...reader.bytes(Math.min(length, reader.remaining + 1)));
}

function readValue(reader: ByteReader, type: string, data: Uint8Array, nesting: number): DescriptorValue {
  switch (type) {
    case 'doub':
      return { type: 'number', value: reader.f64() };
    case 'UntF':
      reader.skip(4);
      return { type: 'number', value: reader.f64() };
    case 'long':
      return { type: 'number', value: reader.i32() };
    case 'bool':
      return { type: 'flag', value: reader.u8() !== 0 };
    case 'TEXT':
      return { type: 'text', value: readUnicode(reader) };
    case 'enum':
      readId(reader);
      return { type: 'enum', value: readId(reader) };
    case 'Objc':
    case 'GlbO':
      return { type: 'object', value: readDescriptor(reader, data, nesting + 1) };
    case 'VlLs':
      return { type: 'list', value: readList(reader, data, nesting + 1) };
    default:
      skipValue(reader, type);
      return { type: 'other' };
  }
}

function readList(reader: ByteReader, data: Uint8Array, nesting: number): readonly DescriptorValue[] {
  if (nesting > maxNesting) damaged('a descriptor is nested too deeply');
  const values: DescriptorValue[] = [];
  const count = reader.u32();
  for (let i = 0; i < count; i++) values.push(readValue(reader, reader.key(), data, nesting));
  return values;
}

function skipValue(reader: ByteReader, type: string): void {
  switch (type) {
    case 'comp':
      return reader.skip(8);
    case 'tdta':
    case 'alis':
    case 'Pth ':
      return reader.skip(reader.u32());
    case 'type':
    case 'GlbC':
      readUnicode(reader);
      readId(reader);
      return;
    case 'UnFl':
      reader.skip(4);
      return reader.skip(reader.u32() * 8);
    default:
      return damaged('a descriptor holds an unknown kind of value');
  }
}
