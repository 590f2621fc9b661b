import type { Samples } from '../model/state';
import { createInflater } from './deflate/inflater';
import type { EncodedPlane } from './encodedPlane';
import { undoPrediction } from './prediction';
import { rowBytesOf, samplesFromBytes } from './samples';

/** Rows of a deflated plane, in any order; quick where they are asked for from top to bottom. */
export interface RowStream {
  rows(top: number, bottom: number): Samples;
  /** The same as the file counts them, good until others are asked for. */
  bytes(top: number, bottom: number): Uint8Array;
}

/**
 * A deflated plane can only be unpacked from its beginning. It is unpacked as far as rows are asked for, and what lies
 * well above them is forgotten, so that it is never whole in memory.
 */
export function createRowStream(plane: EncodedPlane): RowStream {
  const { width, depth, data } = plane;
  const rowBytes = rowBytesOf(plane);
  let inflater = createInflater(data.bytes);
  const unpackInto = (target: Uint8Array, top: number, bottom: number) => {
    if (top * rowBytes < inflater.start) inflater = createInflater(data.bytes);
    inflater.take(top * rowBytes, bottom * rowBytes, target);
    if (data.kind === 'predicted') undoPrediction(target, width, bottom - top, depth);
  };
  let target = new Uint8Array(0);
  let last = { top: 0, bottom: 0 };
  return {
    rows(top, bottom) {
      const bytes = new Uint8Array((bottom - top) * rowBytes);
      unpackInto(bytes, top, bottom);
      return samplesFromBytes(bytes, depth, width);
    },
    bytes(top, bottom) {
      if (top === last.top && bottom === last.bottom) return target;
      const length = (bottom - top) * rowBytes;
      if (target.length < length) target = new Uint8Array(length);
      last = { top: 0, bottom: 0 };
      unpackInto(target, top, bottom);
      last = { top, bottom };
      return target;
    },
  };
}
