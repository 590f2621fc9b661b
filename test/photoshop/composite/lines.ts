import { heightOf, widthOf } from '../model/rects';
import type { Rect } from '../model/state';
import type { ValueRows } from '../psd/valueRows';

/** Where the common rows of two pictures start in both. */
export interface Lines {
  readonly width: number;
  readonly height: number;
  readonly targetStart: number;
  readonly targetStride: number;
  readonly sourceStart: number;
  readonly sourceStride: number;
}

/** Rows that follow one another without a gap in both count as one. */
export function linesOf(target: Rect, source: Rect, common: Rect): Lines {
  const [width, targetStride, sourceStride] = [widthOf(common), widthOf(target), widthOf(source)];
  const isOne = width === targetStride && width === sourceStride;
  return {
    width: isOne ? width * heightOf(common) : width,
    height: isOne ? 1 : heightOf(common),
    targetStart: (common.top - target.top) * targetStride + common.left - target.left,
    targetStride,
    sourceStart: (common.top - source.top) * sourceStride + common.left - source.left,
    sourceStride,
  };
}

/** The same where the rows of `source` stand in a larger array. */
export function linesInRows(target: Rect, source: Rect, rows: ValueRows, common: Rect): Lines {
  const [width, targetStride] = [widthOf(common), widthOf(target)];
  const size = rows.kind === 'bytes' ? rows.depth / 8 : 1;
  const isOne = width === targetStride && width * size === rows.stride;
  return {
    width: isOne ? width * heightOf(common) : width,
    height: isOne ? 1 : heightOf(common),
    targetStart: (common.top - target.top) * targetStride + common.left - target.left,
    targetStride,
    sourceStart: rows.start + (common.top - source.top) * rows.stride + (common.left - source.left) * size,
    sourceStride: rows.stride,
  };
}
