import { createSamples, fullScale } from '../model/samples';
import { packRows, type EncodedPlane } from './encodedPlane';
import type { PlaneShape } from './planeReading';
import { bytesFromSamples, rowBytesOf } from './samples';

/** A plane of zeros, for a channel that a layer leaves out: packed, so that it takes next to no memory. */
export function createEmptyPlane(shape: PlaneShape): EncodedPlane {
  return createUniformPlane(shape, 0);
}

/** A plane of full scale. */
export function createOpaquePlane(shape: PlaneShape): EncodedPlane {
  return createUniformPlane(shape, 1);
}

/** `share`: 0 or 1, of full scale. */
function createUniformPlane(shape: PlaneShape, share: 0 | 1): EncodedPlane {
  const { width, height, depth } = shape;
  if (width === 0 || height === 0) return { ...shape, data: { kind: 'raw', bytes: new Uint8Array(0) } };
  const deep = depth === 1 ? 8 : depth;
  const row = bytesFromSamples(createSamples(deep, width).fill(share * fullScale(deep)));
  const packed = packRows(row, rowBytesOf(shape), 1).bytes;
  const bytes = new Uint8Array(packed.length * height);
  for (let y = 0; y < height; y++) bytes.set(packed, y * packed.length);
  return { ...shape, data: { kind: 'packed', counts: new Uint32Array(height).fill(packed.length), bytes } };
}
