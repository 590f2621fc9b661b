import { createByteReader, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { damaged } from './damagedFile';
import { decodeRowBytes, inflate, packRows, readRowCounts, type EncodedPlane, type PlaneData } from './encodedPlane';
import type { Flavor } from './flavor';
import { planeBytes, readPackedRows, zipGain, type PlaneShape } from './planeReading';
import { undoPrediction } from './prediction';
import { rowBytesOf } from './samples';

/** The last part of the file: all channels of the composite, one compression for all of them. */
export interface MergedImage {
  readonly planes: readonly EncodedPlane[];
  readonly compression: number;
  /** What stands after the pixels. */
  readonly rest: Uint8Array;
}

export function readMergedImage(section: Uint8Array, shape: PlaneShape, channels: number, flavor: Flavor): MergedImage {
  const reader = createByteReader(section, 'the composite');
  const compression = reader.u16();
  const planes = readData(reader, compression, shape, channels, flavor).map((data) => ({ ...shape, data }));
  return { planes, compression, rest: reader.bytes(reader.remaining) };
}

/** Writes planes with one compression, 0 raw or 1 packed. Rows that are packed already are taken as they are. */
export function writeMergedImage(
  writer: ByteWriter,
  planes: readonly EncodedPlane[],
  compression: 0 | 1,
  flavor: Flavor,
): void {
  writer.u16(compression);
  if (compression === 0) {
    for (const plane of planes) rawPiecesOf(plane).forEach((piece) => writer.bytes(piece));
    return;
  }
  const packed = planes.map(packedDataOf);
  for (const { counts } of packed) writeRowCounts(writer, counts, flavor);
  for (const { bytes } of packed) writer.bytes(bytes);
}

function rawPiecesOf(plane: EncodedPlane): readonly Uint8Array[] {
  const pieces = plane.data.kind === 'raw' ? plane.data.pieces : undefined;
  return pieces ?? [decodeRowBytes(plane, 0, plane.height)];
}

export function writeRowCounts(writer: ByteWriter, counts: Uint32Array, flavor: Flavor): void {
  for (const count of counts) {
    if (flavor.rowCountBytes === 2) writer.u16(count);
    else writer.u32(count);
  }
}

function readData(
  reader: ByteReader,
  compression: number,
  shape: PlaneShape,
  channels: number,
  flavor: Flavor,
): readonly PlaneData[] {
  const indices = Array.from({ length: channels }, (_, index) => index);
  if (compression === 0) return indices.map(() => ({ kind: 'raw', bytes: reader.bytes(planeBytes(shape)) }));
  if (compression === 1) {
    const { height } = shape;
    const counts = readRowCounts(reader, flavor, height * channels);
    return indices.map((i) => readPackedRows(reader, counts.subarray(i * height, (i + 1) * height), shape));
  }
  if (compression !== 2 && compression !== 3) damaged('the composite is compressed in an unknown way');
  return unzip(reader, compression, shape, indices);
}

/** All channels in one deflated stream: unpacked at once, rare as it is. */
function unzip(reader: ByteReader, compression: 2 | 3, shape: PlaneShape, indices: readonly number[]): PlaneData[] {
  const length = planeBytes(shape);
  const packed = reader.bytes(reader.remaining);
  if (packed.length * zipGain < length * indices.length) damaged('the composite is incomplete');
  const all = inflate(packed, length * indices.length);
  if (compression === 3) undoPrediction(all, shape.width, shape.height * indices.length, shape.depth);
  return indices.map((i) => ({ kind: 'raw', bytes: all.subarray(i * length, (i + 1) * length) }));
}

function packedDataOf(plane: EncodedPlane): PlaneData & { readonly kind: 'packed' } {
  if (plane.data.kind === 'packed') return plane.data;
  const rowBytes = rowBytesOf(plane);
  return packRows(decodeRowBytes(plane, 0, plane.height), rowBytes, plane.height);
}
