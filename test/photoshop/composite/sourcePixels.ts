import { sizeOf } from '../model/rects';
import type { LayerState, Rect } from '../model/state';
import { uniformityOf, unitsInto, type ValueRows } from '../psd/valueRows';
import type { Buffer } from './buffer';
import type { Drawing } from './drawing';

/** What was read of a layer within a part of its bounds: its color only once somebody needs it. */
export interface Piece {
  readonly area: Rect;
  readonly coverage: 'empty' | 'full' | 'mixed';
  readonly buffer: () => Buffer;
}

/** The pixels of a layer within `part` of its bounds, 0 to 1, without mask and opacity: never to be written into. */
export function sourcePixels({ pixels, bounds }: LayerState, part: Rect, drawing: Drawing): Piece {
  const kept = drawing.pieces.get(pixels);
  if (kept && isSameRect(kept.area, part)) return kept;
  const { color, alpha } = drawing.rows.parts(pixels, bounds, part);
  const coverage = alpha ? alphaOf(alpha(), drawing) : ({ kind: 'full' } as const);
  let buffer: Buffer | undefined;
  const piece: Piece = {
    area: part,
    coverage: coverage.kind,
    buffer: () =>
      (buffer ??= {
        area: part,
        color: color.map((rows) => unitsOf(rows(), drawing)),
        alpha: coverage.kind === 'mixed' ? coverage.values : drawing.arena.ones(sizeOf(part)),
        isFull: coverage.kind === 'full',
      }),
  };
  drawing.pieces.set(pixels, piece);
  return piece;
}

function isSameRect(a: Rect, b: Rect): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

type Alpha = { readonly kind: 'empty' | 'full' } | { readonly kind: 'mixed'; readonly values: Float32Array };

function alphaOf(rows: ValueRows, drawing: Drawing): Alpha {
  const kind = uniformityOf(rows);
  return kind === 'mixed' ? { kind, values: unitsOf(rows, drawing) } : { kind };
}

function unitsOf(rows: ValueRows, { arena }: Drawing): Float32Array {
  const units = arena.floats(rows.width * rows.height);
  unitsInto(units, rows);
  return units;
}
