import type { EncodedPlane } from './encodedPlane';
import type { PlaneShape } from './planeReading';
import { bytesPerSample } from './samples';

/** A plane of zeros, for a channel that a layer leaves out: packed, so that it takes next to no memory. */
export function createEmptyPlane(shape: PlaneShape): EncodedPlane {
  return createUniformPlane(shape, 0);
}

/** A plane of full scale. */
export function createOpaquePlane(shape: PlaneShape): EncodedPlane {
  return createUniformPlane(shape, 255);
}

function createUniformPlane(shape: PlaneShape, value: number): EncodedPlane {
  const rowBytes = shape.width * bytesPerSample(shape.depth);
  if (rowBytes === 0 || shape.height === 0) return { ...shape, data: { kind: 'raw', bytes: new Uint8Array(0) } };
  const row = packedRow(rowBytes, value);
  const bytes = new Uint8Array(row.length * shape.height);
  for (let y = 0; y < shape.height; y++) bytes.set(row, y * row.length);
  return { ...shape, data: { kind: 'packed', counts: new Uint32Array(shape.height).fill(row.length), bytes } };
}

function packedRow(length: number, value: number): Uint8Array {
  const row = new Uint8Array(Math.ceil(length / 128) * 2);
  for (let at = 0, left = length; left > 0; at += 2, left -= 128) {
    row[at] = left === 1 ? 0 : 257 - Math.min(128, left);
    row[at + 1] = value;
  }
  return row;
}
