import { joinParts, partsOf, type Deferred, type Piece } from './parts';

/**
 * Collects a file as a list of pieces. Large blocks are kept by reference and copied once, when the whole is joined.
 * Nothing is known of the total before: sections are written into a writer of their own and appended with their length.
 */
export interface ByteWriter {
  readonly length: number;
  u8(value: number): void;
  u16(value: number): void;
  i16(value: number): void;
  u32(value: number): void;
  i32(value: number): void;
  u64(value: number): void;
  f64(value: number): void;
  /** One byte a character. */
  ascii(text: string): void;
  bytes(block: Uint8Array): void;
  /** A block that is made when it is written. */
  later(block: Deferred): void;
  zeros(count: number): void;
  piece(piece: Piece): void;
  append(other: ByteWriter): void;
  readonly pieces: readonly Piece[];
  join(): Uint8Array;
}

const smallBytes = 1024;

export function createByteWriter(): ByteWriter {
  const finished: Piece[] = [];
  let small = new Uint8Array(smallBytes);
  let view = new DataView(small.buffer);
  let used = 0;
  let length = 0;
  const flush = () => {
    if (used === 0) return;
    finished.push(small.subarray(0, used));
    small = new Uint8Array(smallBytes);
    view = new DataView(small.buffer);
    used = 0;
  };
  const put = (count: number, write: (start: number) => void) => {
    if (used + count > smallBytes) flush();
    write(used);
    used += count;
    length += count;
  };
  const writer: ByteWriter = {
    get length() {
      return length;
    },
    get pieces() {
      flush();
      return finished;
    },
    u8: (value) => put(1, (start) => view.setUint8(start, value)),
    u16: (value) => put(2, (start) => view.setUint16(start, value)),
    i16: (value) => put(2, (start) => view.setInt16(start, value)),
    u32: (value) => put(4, (start) => view.setUint32(start, value)),
    i32: (value) => put(4, (start) => view.setInt32(start, value)),
    u64: (value) => {
      writer.u32(Math.floor(value / 0x100000000));
      writer.u32(value % 0x100000000);
    },
    f64: (value) => put(8, (start) => view.setFloat64(start, value)),
    ascii: (text) => {
      for (let i = 0; i < text.length; i++) writer.u8(text.charCodeAt(i) & 0xff);
    },
    bytes: (block) => {
      if (block.length === 0) return;
      if (block.length <= smallBytes / 4) {
        put(block.length, (start) => small.set(block, start));
        return;
      }
      flush();
      finished.push(block);
      length += block.length;
    },
    later: (block) => {
      flush();
      finished.push(block);
      length += block.length;
    },
    zeros: (count) => writer.bytes(new Uint8Array(count)),
    piece: (piece) => {
      if (piece instanceof Uint8Array) writer.bytes(piece);
      else writer.later(piece);
    },
    append: (other) => other.pieces.forEach((piece) => writer.piece(piece)),
    join: () => joinParts(partsOf(writer.pieces, 0)),
  };
  return writer;
}

export function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    joined.set(piece, position);
    position += piece.length;
  }
  return joined;
}
