import { asciiOf, createByteReader } from './byteReader';
import { createByteWriter, type ByteWriter } from './byteWriter';
import type { Flavor } from './flavor';

/** An additional block of a layer or of the document. `raw` is the whole of it, header and padding included. */
export interface Block {
  readonly key: string;
  readonly data: Uint8Array;
  readonly raw: Uint8Array;
}

export interface BlockList {
  readonly blocks: readonly Block[];
  /** What stands after the last block. */
  readonly rest: Uint8Array;
}

/** Reads blocks as long as they make sense. Padding differs between programs: the next signature decides. */
export function readBlocks(source: Uint8Array, flavor: Flavor): BlockList {
  const blocks: Block[] = [];
  let position = 0;
  while (isSignature(source, position)) {
    const block = readBlock(source, position, flavor);
    if (!block) break;
    blocks.push(block);
    position += block.raw.length;
  }
  return { blocks, rest: source.subarray(position) };
}

export function findBlock(blocks: readonly Block[], ...keys: readonly string[]): Uint8Array | undefined {
  return blocks.find((block) => keys.includes(block.key))?.data;
}

/** The same list with one block replaced at its place, added at the end, or (without data) taken out. */
export function withBlock(blocks: readonly Block[], key: string, data: Uint8Array | undefined): readonly Block[] {
  const index = blocks.findIndex((block) => block.key === key);
  if (data === undefined) return index < 0 ? blocks : blocks.filter((block) => block.key !== key);
  const block = createBlock(key, data);
  return index < 0 ? [...blocks, block] : blocks.map((old, i) => (i === index ? block : old));
}

/** A block of less than 4 GB under a key whose length takes 4 bytes; the length covers the padding to 4. */
export function createBlock(key: string, data: Uint8Array): Block {
  const writer = createByteWriter();
  const padding = (4 - (data.length % 4)) % 4;
  writer.ascii('8BIM');
  writer.ascii(key);
  writer.u32(data.length + padding);
  writer.bytes(data);
  writer.zeros(padding);
  return { key, data, raw: writer.join() };
}

export function writeBlocks(writer: ByteWriter, { blocks, rest }: BlockList): void {
  for (const block of blocks) writer.bytes(block.raw);
  writer.bytes(rest);
}

const headerBytes = 8;

function readBlock(source: Uint8Array, start: number, flavor: Flavor): Block | undefined {
  const key = asciiOf(source, start + 4, 4);
  const isLong = flavor.isLongBlock(asciiOf(source, start, 4), key);
  const lengthBytes = isLong ? 8 : 4;
  const reader = createByteReader(source.subarray(start + headerBytes), 'an additional block');
  if (reader.remaining < lengthBytes) return undefined;
  const length = isLong ? reader.u64() : reader.u32();
  if (length > reader.remaining) return undefined;
  const data = reader.bytes(length);
  const end = start + headerBytes + lengthBytes + length;
  return { key, data, raw: source.subarray(start, end + paddingAfter(source, end)) };
}

function paddingAfter(source: Uint8Array, end: number): number {
  for (let padding = 0; padding < 4; padding++) {
    if (isSignature(source, end + padding)) return padding;
  }
  return 0;
}

/** Whether a block starts here. */
export function isSignature(source: Uint8Array, position: number): boolean {
  if (position + headerBytes + 4 > source.length) return false;
  const signature = asciiOf(source, position, 4);
  return signature === '8BIM' || signature === '8B64';
}
