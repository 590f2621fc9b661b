import { packRows, type EncodedPlane, type PlaneData } from './encodedPlane';
import { rowBytesOf } from './samples';

/** Replaces some rows of a plane, from top to bottom; all others stay as they stand in the file. */
export interface PlaneEditor {
  /** `bytes`: the rows as the file counts them. */
  replaceRows(top: number, bottom: number, bytes: Uint8Array): void;
  finish(): EncodedPlane;
}

export function createPlaneEditor(plane: EncodedPlane): PlaneEditor {
  const rowBytes = rowBytesOf(plane);
  return plane.data.kind === 'packed' ? packedEditor(plane, plane.data, rowBytes) : rawEditor(plane, rowBytes);
}

function packedEditor(plane: EncodedPlane, data: PlaneData & { kind: 'packed' }, rowBytes: number): PlaneEditor {
  const counts = data.counts.slice();
  const pieces: Uint8Array[] = [];
  let row = 0;
  let position = 0;
  const pass = (to: number, keep: 'keep' | 'drop') => {
    const start = position;
    for (; row < to; row++) position += data.counts[row] ?? 0;
    if (keep === 'keep') pieces.push(data.bytes.subarray(start, position));
  };
  return {
    replaceRows: (top, bottom, bytes) => {
      pass(top, 'keep');
      const packed = packRows(bytes, rowBytes, bottom - top);
      counts.set(packed.counts, top);
      pieces.push(packed.bytes);
      pass(bottom, 'drop');
    },
    finish: () => {
      if (pieces.length === 0) return plane;
      pass(plane.height, 'keep');
      return { ...plane, data: { kind: 'packed', counts, bytes: joined(pieces) } };
    },
  };
}

function rawEditor(plane: EncodedPlane, rowBytes: number): PlaneEditor {
  let edited: Uint8Array | undefined;
  return {
    replaceRows: (top, _bottom, bytes) => {
      edited ??= plane.data.bytes.slice();
      edited.set(bytes, top * rowBytes);
    },
    finish: () => (edited ? { ...plane, data: { kind: 'raw', bytes: edited } } : plane),
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}
