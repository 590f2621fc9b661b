import { Unzlib, zlibSync } from 'fflate';
import type { FileDepth } from '../model/modes';
import type { Depth, Samples } from '../model/state';
import type { ByteReader } from './byteReader';
import { damaged } from './damagedFile';
import type { Flavor } from './flavor';
import { packRow, packedBound, unpackRow } from './packBits';
import { applyPrediction, undoPrediction } from './prediction';
import { bytesFromSamples, rowBytesOf, samplesFromBytes } from './samples';
import { UnsupportedFile } from './unsupportedFile';

/** One channel as it stands in the file. */
export interface EncodedPlane {
  readonly width: number;
  readonly height: number;
  readonly depth: FileDepth;
  readonly data: PlaneData;
}

export type PlaneData =
  /** `pieces`: the same bytes one after the other, where they do not lie side by side before somebody asks for them. */
  | { readonly kind: 'raw'; readonly bytes: Uint8Array; readonly pieces?: readonly Uint8Array[] }
  /** `counts` holds the packed length of every row; the rows follow one another in `bytes`. */
  | { readonly kind: 'packed'; readonly counts: Uint32Array; readonly bytes: Uint8Array }
  | { readonly kind: 'zip' | 'predicted'; readonly bytes: Uint8Array };

/** The values of some rows, whole width, as Photoshop counts them. Packed and raw planes decode only these rows. */
export function decodeRows(plane: EncodedPlane, top: number, bottom: number): Samples {
  return samplesFromBytes(decodeRowBytes(plane, top, bottom), plane.depth, plane.width);
}

export function decodePlane(plane: EncodedPlane): Samples {
  return decodeRows(plane, 0, plane.height);
}

/** Whether some rows can be decoded without the others. */
export function isSeekable(plane: EncodedPlane): boolean {
  return plane.data.kind === 'raw' || plane.data.kind === 'packed';
}

/** Packs every row, or keeps the bytes raw where packing saves nothing. */
export function encodePlane(samples: Samples, width: number, height: number, depth: Depth): EncodedPlane {
  const bytes = bytesFromSamples(samples);
  const packed = packRows(bytes, rowBytesOf({ width, depth }), height);
  const isSmaller = packed.bytes.length + height * 4 < bytes.length;
  return { width, height, depth, data: isSmaller ? packed : { kind: 'raw', bytes } };
}

/** Always packed: a composite has one compression for all of its channels. */
export function packRows(bytes: Uint8Array, rowBytes: number, rows: number): PlaneData & { readonly kind: 'packed' } {
  const counts = new Uint32Array(rows);
  let target = new Uint8Array(Math.max(1024, Math.min(packedBound(rowBytes) * rows, bytes.length)));
  let end = 0;
  for (let row = 0; row < rows; row++) {
    if (end + packedBound(rowBytes) > target.length) target = grown(target, end + packedBound(rowBytes));
    const start = end;
    end = packRow(bytes, row * rowBytes, (row + 1) * rowBytes, target, start);
    counts[row] = end - start;
  }
  return { kind: 'packed', counts, bytes: target.slice(0, end) };
}

/** Zip with prediction, as Photoshop writes deep channels; `bytes` are used up. */
export function predictAndZip(bytes: Uint8Array, width: number, height: number, depth: FileDepth): PlaneData {
  applyPrediction(bytes, width, height, depth);
  return { kind: 'predicted', bytes: zlibSync(bytes, { level: 3 }) };
}

/** The lengths of packed rows; `damaged` where they do not fit into what is left. */
export function readRowCounts(reader: ByteReader, flavor: Flavor, rows: number): Uint32Array {
  if (reader.remaining < rows * flavor.rowCountBytes) damaged('the lengths of packed rows are missing');
  const counts = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) counts[row] = flavor.rowCountBytes === 2 ? reader.u16() : reader.u32();
  return counts;
}

export function sumOf(counts: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i] ?? 0;
  return sum;
}

/** The same rows as the file counts them: big-endian, 16 bit from 0 to 65535. */
export function decodeRowBytes({ data, width, height, depth }: EncodedPlane, top: number, bottom: number): Uint8Array {
  const rowBytes = rowBytesOf({ width, depth });
  switch (data.kind) {
    case 'raw':
      return data.bytes.subarray(top * rowBytes, bottom * rowBytes);
    case 'packed':
      return unpackRows(data, rowBytes, top, bottom);
    case 'zip':
      return inflate(data.bytes, rowBytes * height).subarray(top * rowBytes, bottom * rowBytes);
    case 'predicted': {
      const bytes = inflate(data.bytes, rowBytes * height).subarray(top * rowBytes, bottom * rowBytes);
      undoPrediction(bytes, width, bottom - top, depth);
      return bytes;
    }
  }
}

function unpackRows(data: PlaneData & { kind: 'packed' }, rowBytes: number, top: number, bottom: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * (bottom - top));
  let from = sumOf(data.counts.subarray(0, top));
  for (let row = top; row < bottom; row++) {
    const to = from + (data.counts[row] ?? 0);
    if (!unpackRow(data.bytes, from, to, rows, (row - top) * rowBytes, rowBytes)) damaged('a packed row is broken');
    from = to;
  }
  return rows;
}

/**
 * Unpacks deflated bytes into exactly `length`; `damaged` where they are not there. It stops when they are: a few bytes
 * may claim to be more than any memory holds.
 */
export function inflate(bytes: Uint8Array, length: number): Uint8Array {
  const out = allocate(length);
  let end = 0;
  const unzlib = new Unzlib((part) => {
    const wanted = part.subarray(0, length - end);
    out.set(wanted, end);
    end += wanted.length;
  });
  for (let fed = 0; fed < bytes.length && end < length; fed += pieceBytes) {
    try {
      unzlib.push(bytes.subarray(fed, fed + pieceBytes), fed + pieceBytes >= bytes.length);
    } catch {
      damaged('compressed pixels cannot be unpacked');
    }
  }
  return end >= length ? out : damaged('compressed pixels are incomplete');
}

/** Deflate gives at most about 1032 bytes for one: a piece becomes 16 MB at the most. */
export const pieceBytes = 1 << 14;

function allocate(length: number): Uint8Array {
  try {
    return new Uint8Array(length);
  } catch {
    throw new UnsupportedFile('This file is too large to be opened here.');
  }
}

function grown(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, Math.floor(bytes.length * 1.5)));
  larger.set(bytes);
  return larger;
}
