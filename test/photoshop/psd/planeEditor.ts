import { joinPieces } from './byteWriter';
import { decodeRowBytes, packRows, type EncodedPlane, type PlaneData } from './encodedPlane';
import { rowBytesOf } from './samples';

/** Replaces some rows of a plane, from top to bottom; packed rows that stay are taken as they stand in the file. */
export interface PlaneEditor {
  /** `bytes`: the rows as the file counts them. */
  replaceRows(top: number, bottom: number, bytes: Uint8Array): void;
  finish(): EncodedPlane;
}

export function createPlaneEditor(plane: EncodedPlane): PlaneEditor {
  const rowBytes = rowBytesOf(plane);
  const pieces: Uint8Array[] = [];
  let edited: { readonly counts: Uint32Array; readonly data: PackedData } | undefined;
  let row = 0;
  let position = 0;
  const begin = () => {
    const data = packedDataOf(plane);
    return { counts: data.counts.slice(), data };
  };
  const pass = ({ counts, bytes }: PackedData, to: number, keep: 'keep' | 'drop') => {
    const start = position;
    for (; row < to; row++) position += counts[row] ?? 0;
    if (keep === 'keep') pieces.push(bytes.subarray(start, position));
  };
  return {
    replaceRows: (top, bottom, bytes) => {
      const { counts, data } = (edited ??= begin());
      pass(data, top, 'keep');
      const packed = packRows(bytes, rowBytes, bottom - top);
      counts.set(packed.counts, top);
      pieces.push(packed.bytes);
      pass(data, bottom, 'drop');
    },
    finish: () => {
      if (!edited) return plane;
      pass(edited.data, plane.height, 'keep');
      return { ...plane, data: { kind: 'packed', counts: edited.counts, bytes: joinPieces(pieces) } };
    },
  };
}

/** The rows of a plane, packed. */
export function packedDataOf(plane: EncodedPlane): PackedData {
  if (plane.data.kind === 'packed') return plane.data;
  return packRows(decodeRowBytes(plane, 0, plane.height), rowBytesOf(plane), plane.height);
}

type PackedData = PlaneData & { readonly kind: 'packed' };
