import { zlibSync } from 'fflate';
import type { FileDepth } from '../model/modes';
import type { Depth, Samples } from '../model/state';
import type { ByteReader } from './byteReader';
import { joinPieces } from './byteWriter';
import { damaged } from './damagedFile';
import { createInflater } from './deflate/inflater';
import type { Flavor } from './flavor';
import { packRow, packedBound, unpackRow } from './packBits';
import type { Deferred, Part } from './parts';
import { applyPrediction, undoPrediction } from './prediction';
import { bytesFromSamples, bytesPerSample, rowBytesOf, samplesFromBytes } from './samples';
import { UnsupportedFile } from './unsupportedFile';

/** One channel as it stands in the file. */
export interface EncodedPlane {
  readonly width: number;
  readonly height: number;
  readonly depth: FileDepth;
  readonly data: PlaneData;
}

export type PlaneData =
  /** `later`: the same bytes bit by bit, where they do not lie side by side before somebody asks for them. */
  | { readonly kind: 'raw'; readonly bytes: Uint8Array; readonly later?: Deferred }
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
  const length = samples.length * bytesPerSample(depth);
  const room = Math.min(length - height * 4, depth === 8 ? length : Math.ceil(length / deepGain));
  const packed = packRowsInto(
    room,
    (row) => bytesFromSamples(samples.subarray(row * width, (row + 1) * width)),
    height,
  );
  return { width, height, depth, data: packed ?? rawData(samples, length) };
}

/** What packing deep rows must save at least. */
export const deepGain = 8;

/** Deep values are put into bytes only when they are written. */
function rawData(samples: Samples, length: number): PlaneData {
  if (samples instanceof Uint8Array) return { kind: 'raw', bytes: samples };
  return {
    kind: 'raw',
    get bytes() {
      return bytesFromSamples(samples);
    },
    later: { length, parts: () => bytesBitByBit(samples) },
  };
}

const samplesAtOnce = 1 << 18;

function* bytesBitByBit(samples: Samples): Generator<Part, void> {
  const size = samples.BYTES_PER_ELEMENT;
  for (let start = 0; start < samples.length; start += samplesAtOnce) {
    const bytes = bytesFromSamples(samples.subarray(start, start + samplesAtOnce));
    yield { position: start * size, bytes, lasts: 'always' };
  }
}

/** Always packed: a composite has one compression for all of its channels. */
export function packRows(bytes: Uint8Array, rowBytes: number, rows: number): PlaneData & { readonly kind: 'packed' } {
  const rowAt = (row: number) => bytes.subarray(row * rowBytes, (row + 1) * rowBytes);
  return packRowsInto(Infinity, rowAt, rows) ?? damaged('rows cannot be packed');
}

/** Nothing where it takes `room` bytes or more. */
function packRowsInto(
  room: number,
  rowAt: (row: number) => Uint8Array,
  rows: number,
): (PlaneData & { readonly kind: 'packed' }) | undefined {
  if (room <= 0) return undefined;
  const counts = new Uint32Array(rows);
  const parts: Uint8Array[] = [];
  let scratch = new Uint8Array(0);
  let [used, length] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const bytes = rowAt(row);
    const bound = packedBound(bytes.length);
    if (used + bound > scratch.length) {
      parts.push(scratch.slice(0, used));
      used = 0;
      if (bound > scratch.length) scratch = new Uint8Array(Math.max(bound, Math.min(bound * rows, scratchBytes)));
    }
    const end = packRow(bytes, 0, bytes.length, scratch, used);
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

/**
 * Unpacks deflated bytes into exactly `length`; `damaged` where they are not there. It stops when they are: a few bytes
 * may be more, unpacked, than any memory holds.
 */
export function inflate(bytes: Uint8Array, length: number): Uint8Array {
  const out = allocate(length);
  createInflater(bytes).take(0, length, out);
  return out;
}

function allocate(length: number): Uint8Array {
  try {
    return new Uint8Array(length);
  } catch {
    throw new UnsupportedFile('This file is too large to be opened here.');
  }
}
