import { heightOf, widthOf } from '../model/rects';
import type { Rect } from '../model/state';

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
