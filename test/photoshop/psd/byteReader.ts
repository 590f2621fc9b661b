import { damaged } from './damagedFile';

/** Reads big-endian numbers and blocks in order. Never reads or allocates beyond its bytes. */
export interface ByteReader {
  readonly position: number;
  readonly remaining: number;
  u8(): number;
  u16(): number;
  i16(): number;
  u32(): number;
  i32(): number;
  /** A whole number of 8 bytes, as far as numbers are exact. */
  u64(): number;
  f64(): number;
  /** Four characters. */
  key(): string;
  /** The next bytes, shared with the file, not copied. */
  bytes(length: number): Uint8Array;
  skip(length: number): void;
}

/** `what` names the part of the file, for the sentence of a `DamagedFile`. */
export function createByteReader(source: Uint8Array, what: string): ByteReader {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  let position = 0;
  const advance = (length: number) => {
    if (length < 0 || length > source.length - position) damaged(`${what} breaks off`);
    const start = position;
    position += length;
    return start;
  };
  return {
    get position() {
      return position;
    },
    get remaining() {
      return source.length - position;
    },
    u8: () => view.getUint8(advance(1)),
    u16: () => view.getUint16(advance(2)),
    i16: () => view.getInt16(advance(2)),
    u32: () => view.getUint32(advance(4)),
    i32: () => view.getInt32(advance(4)),
    u64: () => {
      const start = advance(8);
      const value = view.getUint32(start) * 0x100000000 + view.getUint32(start + 4);
      return Number.isSafeInteger(value) ? value : damaged(`${what} has an impossible length`);
    },
    f64: () => view.getFloat64(advance(8)),
    key: () => asciiOf(source, advance(4), 4),
    bytes: (length) => source.subarray(advance(length), position),
    skip: (length) => {
      advance(length);
    },
  };
}

/** Single bytes as characters, from `start`. */
export function asciiOf(source: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(source[start + i] ?? 0);
  return text;
}
