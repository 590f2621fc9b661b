import { joinPieces } from './byteWriter';
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
      return { ...plane, data: { kind: 'packed', counts, bytes: joinPieces(pieces) } };
    },
  };
}

/** Rows that stay are shared with the file, also where the plane is never needed in one. */
function rawEditor(plane: EncodedPlane, rowBytes: number): PlaneEditor {
  const { bytes } = plane.data;
  const pieces: Uint8Array[] = [];
  let row = 0;
  return {
    replaceRows: (top, bottom, rows) => {
      pieces.push(bytes.subarray(row * rowBytes, top * rowBytes), rows);
      row = bottom;
    },
    finish: () => {
      if (pieces.length === 0) return plane;
      const all = [...pieces, bytes.subarray(row * rowBytes)];
      return {
        ...plane,
        data: {
          kind: 'raw',
          pieces: all,
          get bytes() {
            return joinPieces(all);
          },
        },
      };
    },
  };
}
