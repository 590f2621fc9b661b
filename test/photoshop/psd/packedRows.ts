import { damaged } from './damagedFile';
import type { EncodedPlane, PlaneData } from './encodedPlane';
import { unpackRow } from './packBits';
import { rowBytesOf } from './samples';

/** Rows of a packed plane as the file counts them; quick where they are asked for from top to bottom. */
export interface PackedRows {
  /** Good until the next are asked for; asked for twice in a row they are the same bytes. */
  bytes(top: number, bottom: number): Uint8Array;
}

/** Remembers where the next row begins, and unpacks into the same bytes again and again. */
export function createPackedRows(
  plane: Pick<EncodedPlane, 'width' | 'depth'>,
  { counts, bytes }: PlaneData & { readonly kind: 'packed' },
): PackedRows {
  const rowBytes = rowBytesOf(plane);
  let target = new Uint8Array(0);
  let row = 0;
  let position = 0;
  let from = -1;
  const goTo = (top: number) => {
    if (top < row) row = position = 0;
    for (; row < top; row++) position += counts[row] ?? 0;
  };
  return {
    bytes(top, bottom) {
      const length = (bottom - top) * rowBytes;
      if (top === from && bottom === row && target.length >= length) return target;
      if (target.length < length) target = new Uint8Array(length);
      goTo(top);
      from = top;
      for (let at = 0; row < bottom; row++, at += rowBytes) {
        const next = position + (counts[row] ?? 0);
        if (!unpackRow(bytes, position, next, target, at, rowBytes)) damaged('a packed row is broken');
        position = next;
      }
      return target;
    },
  };
}
