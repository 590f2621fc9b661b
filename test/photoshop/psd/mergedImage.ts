import { createByteReader, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { damaged } from './damagedFile';
import { inflate, readRowCounts, type EncodedPlane, type PlaneData } from './encodedPlane';
import type { Flavor } from './flavor';
import { planeBytes, readPackedRows, zipGain, type PlaneShape } from './planeReading';
import { undoPrediction } from './prediction';

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
