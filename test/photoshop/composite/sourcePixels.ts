import { isSameRect, sizeOf } from '../model/rects';
import type { LayerState, Rect } from '../model/state';
import type { PlaneParts } from '../psd/readRows';
import { uniformityOf, unitsInto, type ValueRows } from '../psd/valueRows';
import type { Source } from './buffer';
import type { Drawing } from './drawing';

/** What was read of a layer within a part of its bounds. */
export type Piece = Source | 'nothing';

/** The pixels of a layer within `part` of its bounds, without mask and opacity. */
export function sourcePixels({ pixels, bounds }: LayerState, part: Rect, drawing: Drawing): Piece {
  const kept = drawing.pieces.get(pixels);
  if (kept && isSameRect(kept.part, part)) return kept.piece;
  const piece = readPiece(drawing.rows.parts(pixels, bounds, part), part, drawing);
  drawing.pieces.set(pixels, { part, piece });
  return piece;
}

function readPiece({ color: rows, alpha }: PlaneParts, area: Rect, drawing: Drawing): Piece {
  const coverage = alpha ? alphaOf(alpha(), drawing) : 'full';
  if (coverage === 'empty') return 'nothing';
  let units: readonly Float32Array[] | undefined;
  return {
    area,
    rows,
    color: () => (units ??= rows.map((read) => unitsOf(read(), drawing))),
    alpha: coverage === 'full' ? drawing.arena.ones(sizeOf(area)) : coverage,
    isFull: coverage === 'full',
  };
}

function alphaOf(rows: ValueRows, drawing: Drawing): Float32Array | 'empty' | 'full' {
  const kind = uniformityOf(rows);
  return kind === 'mixed' ? unitsOf(rows, drawing) : kind;
}

function unitsOf(rows: ValueRows, { arena }: Drawing): Float32Array {
  const units = arena.floats(rows.width * rows.height);
  unitsInto(units, rows);
  return units;
}
