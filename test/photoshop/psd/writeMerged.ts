import type { Merged } from '../composite/composeMerged';
import { createByteWriter } from './byteWriter';
import { decodeRowBytes, type EncodedPlane } from './encodedPlane';
import type { Flavor } from './flavor';
import { writeRowCounts } from './mergedImage';
import { partsOf, type Part, type Piece } from './parts';
import { createPlaneEditor, packedDataOf } from './planeEditor';
import { rowBytesOf } from './samples';

/**
 * The last part of a file, from `position` on: the composite and saved channels, with one compression, 0 raw or 1
 * packed. Rows that are packed already are taken as they are. Answers where it ends. Empty parts are pauses.
 */
export function* mergedParts(
  merged: Merged,
  channels: readonly EncodedPlane[],
  compression: 0 | 1,
  flavor: Flavor,
  position: number,
): Generator<Part, number> {
  yield { position, bytes: Uint8Array.of(0, compression), lasts: 'always' };
  const start = position + 2;
  return compression === 0
    ? yield* rawParts(merged, channels, start)
    : yield* packedParts(merged, channels, flavor, start);
}

/** Every plane in one piece after the other, so that the place of each row is known before it is made. */
function* rawParts(
  { planes, edits }: Merged,
  channels: readonly EncodedPlane[],
  start: number,
): Generator<Part, number> {
  let next = start;
  const placed = [...planes, ...channels].map((plane) => {
    const position = next;
    next += rowBytesOf(plane) * plane.height;
    return { plane, position };
  });
  const height = planes[0]?.height ?? 0;
  let row = 0;
  for (const { top, bottom, rows } of edits) {
    yield* keptRows(placed.slice(0, planes.length), row, top);
    for (const [c, bytes] of rows.entries()) {
      const { plane, position } = placed[c];
      yield { position: position + top * rowBytesOf(plane), bytes, lasts: 'untilNext' };
    }
    row = bottom;
  }
  yield* keptRows(placed.slice(0, planes.length), row, height);
  for (const { plane, position } of placed.slice(planes.length)) yield* partsOf([rawPiece(plane)], position);
  return next;
}

interface PlacedPlane {
  readonly plane: EncodedPlane;
  readonly position: number;
}

function* keptRows(placed: readonly PlacedPlane[], top: number, bottom: number): Generator<Part, void> {
  if (top === bottom) return;
  for (const { plane, position } of placed) {
    const isWhole = top === 0 && bottom === plane.height;
    const piece = isWhole ? rawPiece(plane) : decodeRowBytes(plane, top, bottom);
    yield* partsOf([piece], position + top * rowBytesOf(plane));
  }
}

function rawPiece(plane: EncodedPlane): Piece {
  const later = plane.data.kind === 'raw' ? plane.data.later : undefined;
  return later ?? decodeRowBytes(plane, 0, plane.height);
}

function* packedParts(
  { planes, edits }: Merged,
  channels: readonly EncodedPlane[],
  flavor: Flavor,
  start: number,
): Generator<Part, number> {
  const editors = planes.map(createPlaneEditor);
  for (const { top, bottom, rows } of edits) {
    editors.forEach((editor, c) => editor.replaceRows(top, bottom, rows[c]));
    yield { position: start, bytes: rows[0].subarray(0, 0), lasts: 'always' };
  }
  const packed = [...editors.map((editor) => editor.finish()), ...channels].map(packedDataOf);
  const writer = createByteWriter();
  for (const { counts } of packed) writeRowCounts(writer, counts, flavor);
  for (const { bytes } of packed) writer.bytes(bytes);
  yield* partsOf(writer.pieces, start);
  return start + writer.length;
}
