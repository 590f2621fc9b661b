import { sizeOf, widthOf } from '../model/rects';
import { fullScale } from '../model/samples';
import type { Depth, LayerState, Rect, Samples } from '../model/state';
import type { RowReader } from '../psd/readRows';
import type { Buffer } from './buffer';

/** The pixels of a layer within `part` of its bounds, 0 to 1, without mask and opacity. */
export function sourcePixels(layer: LayerState, part: Rect, depth: Depth, rows: RowReader): Buffer {
  const { bounds, pixels } = layer;
  const stride = widthOf(bounds);
  const { color, alpha } = rows.planes(pixels, stride, part.top - bounds.top, part.bottom - bounds.top);
  const cut = (plane: Samples) => toUnit(plane, stride, part.left - bounds.left, part, 1 / fullScale(depth));
  return { area: part, color: color.map(cut), alpha: alpha ? cut(alpha) : new Float32Array(sizeOf(part)).fill(1) };
}

/** Rows of `stride` values, cut to the width of `part` from `left` on, times `scale`. */
export function toUnit(plane: Samples, stride: number, left: number, part: Rect, scale: number): Float32Array {
  const width = widthOf(part);
  const unit = new Float32Array(sizeOf(part));
  for (let i = 0, start = left; i < unit.length; start += stride) {
    for (let x = 0; x < width; x++, i++) unit[i] = plane[start + x] * scale;
  }
  return unit;
}
