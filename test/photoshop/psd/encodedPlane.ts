import { unzlibSync, zlibSync } from 'fflate';
import type { FileDepth } from '../model/modes';
import type { Depth, Samples } from '../model/state';
import type { ByteReader } from './byteReader';
import { joinPieces } from './byteWriter';
import { damaged } from './damagedFile';
import type { Flavor } from './flavor';
import { packRow, packedBound, unpackRow } from './packBits';
import { applyPrediction, undoPrediction } from './prediction';
import { bytesFromSamples, rowBytesOf, samplesFromBytes } from './samples';

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

/**
 * Packs every row, or keeps the bytes raw where packing saves nothing. Deep rows stay packed only where they become
 * small that way: hardly any do, and that is seen early.
 */
export function encodePlane(samples: Samples, width: number, height: number, depth: Depth): EncodedPlane {
  const bytes = bytesFromSamples(samples);
  const room = Math.min(bytes.length - height * 4, depth === 8 ? bytes.length : Math.ceil(bytes.length / deepGain));
  const packed = packRowsInto(room, bytes, rowBytesOf({ width, depth }), height);
  return { width, height, depth, data: packed ?? { kind: 'raw', bytes } };
}

/** What packing deep rows must save at least. */
export const deepGain = 8;

/** Always packed: a composite has one compression for all of its channels. */
export function packRows(bytes: Uint8Array, rowBytes: number, rows: number): PlaneData & { readonly kind: 'packed' } {
  return packRowsInto(Infinity, bytes, rowBytes, rows) ?? damaged('rows cannot be packed');
}

/** Nothing where it takes `room` bytes or more. */
function packRowsInto(
  room: number,
  bytes: Uint8Array,
  rowBytes: number,
  rows: number,
): (PlaneData & { readonly kind: 'packed' }) | undefined {
  if (room <= 0) return undefined;
  const counts = new Uint32Array(rows);
  const parts: Uint8Array[] = [];
  const scratch = new Uint8Array(Math.max(packedBound(rowBytes), Math.min(packedBound(rowBytes) * rows, scratchBytes)));
  let [used, length] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (used + packedBound(rowBytes) > scratch.length) {
      parts.push(scratch.slice(0, used));
      used = 0;
    }
    const end = packRow(bytes, row * rowBytes, (row + 1) * rowBytes, scratch, used);
    counts[row] = end - used;
    length += end - used;
    if (length >= room) return undefined;
    used = end;
  }
  parts.push(scratch.subarray(0, used));
  return { kind: 'packed', counts, bytes: joinPieces(parts) };
}

/** Rows are packed together into so many bytes. */
const scratchBytes = 1 << 20;

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

/** Unpacks deflated bytes into exactly `length`; `damaged` where they are not there. */
export function inflate(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let result: Uint8Array;
  try {
    result = unzlibSync(bytes, { out });
  } catch {
    return damaged('compressed pixels cannot be unpacked');
  }
  return result.length >= length ? result : damaged('compressed pixels are incomplete');
}
