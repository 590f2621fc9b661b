import type { FileDepth } from '../model/modes';
import type { ByteReader } from './byteReader';
import { damaged } from './damagedFile';
import { readRowCounts, sumOf, type EncodedPlane, type PlaneData } from './encodedPlane';
import type { Flavor } from './flavor';
import { rowBytesOf } from './samples';

export interface PlaneShape {
  readonly width: number;
  readonly height: number;
  readonly depth: FileDepth;
}

/** PackBits gives at most 128 bytes for 2, deflate about 1032 for 1: a plane that claims more is a lie. */
const packedGain = 64;
export const zipGain = 1040;

/** One layer channel: its compression, then its data, in exactly the bytes of `reader`. Nothing is decoded. */
export function readChannelPlane(reader: ByteReader, shape: PlaneShape, flavor: Flavor): EncodedPlane {
  if (shape.width === 0 || shape.height === 0) return { ...shape, data: { kind: 'raw', bytes: new Uint8Array(0) } };
  return { ...shape, data: readChannelData(reader, shape, flavor) };
}

function readChannelData(reader: ByteReader, shape: PlaneShape, flavor: Flavor): PlaneData {
  const compression = reader.u16();
  const length = planeBytes(shape);
  switch (compression) {
    case 0:
      return { kind: 'raw', bytes: reader.bytes(length) };
    case 1: {
      const counts = readRowCounts(reader, flavor, shape.height);
      return readPackedRows(reader, counts, shape);
    }
    case 2:
    case 3: {
      const bytes = reader.bytes(reader.remaining);
      if (bytes.length * zipGain < length) damaged('compressed pixels are incomplete');
      return { kind: compression === 2 ? 'zip' : 'predicted', bytes };
    }
    default:
      return damaged('pixels are compressed in an unknown way');
  }
}

export function readPackedRows(reader: ByteReader, counts: Uint32Array, shape: PlaneShape): PlaneData {
  const length = sumOf(counts);
  if (length * packedGain < planeBytes(shape)) damaged('packed pixels are incomplete');
  return { kind: 'packed', counts, bytes: reader.bytes(length) };
}

export function planeBytes(shape: PlaneShape): number {
  return shape.height * rowBytesOf(shape);
}
