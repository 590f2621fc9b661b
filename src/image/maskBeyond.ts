import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import { type Depth, fullScaleOf } from './raster';
import { intersect, isEmpty, type Rect, sizeOf, within } from './rect';

/** Full scale in all of `frame` that lies beyond `inside`; 0 within. Both in the same coordinates. */
export function* maskBeyond(inside: Rect, frame: Rect, depth: Depth): Sliced<Mask> {
  const { width, height } = sizeOf(frame);
  const data = depth === 8 ? new Uint8Array(width * height) : new Uint16Array(width * height);
  data.fill(fullScaleOf(data));
  const hole = intersect(inside, frame);
  if (isEmpty(hole)) return { width, height, data };
  const { left, top, right, bottom } = within(frame, hole);
  const rows = rowsPerPiece(width);
  for (let y = top; y < bottom; y++) {
    data.fill(0, y * width + left, y * width + right);
    if (y % rows === rows - 1) yield;
  }
  return { width, height, data };
}
