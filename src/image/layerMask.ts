import type { Sliced } from '../base/slices';
import { reframeMask } from './crop';
import { featherOutward } from './feather';
import { growMask } from './grow';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, samplesLike } from './raster';
import { intersect, isEmpty, outset, type Rect } from './rect';

export interface MaskMargins {
  /** Pixels by which the selection is widened, 0 to 256. */
  readonly grow: number;
  /** Pixels of transition outside of that, 0 to 256. */
  readonly feather: number;
}

/**
 * The mask of the placed layer, in context pixels: the selection to its last gray, grown and feathered outward. Both
 * rectangles are in the same coordinates; what leaves the context is cut.
 */
export function* layerMask(
  selection: Mask,
  selectionRect: Rect,
  contextRect: Rect,
  { grow, feather }: MaskMargins,
): Sliced<Mask> {
  const touched = intersect(contextRect, outset(selectionRect, Math.ceil(grow) + Math.ceil(feather)));
  if (isEmpty(touched)) return yield* reframeMask(selection, selectionRect, contextRect);
  const placed = yield* reframeMask(selection, selectionRect, touched);
  const widened = yield* featherOutward(yield* growMask(placed, grow), feather);
  return yield* reframeMask(widened, touched, contextRect);
}

/** The mask that a model is given: full scale wherever there is anything. */
export function* hardMask({ width, height, data }: Mask): Sliced<Mask> {
  const hard = samplesLike(data, data.length);
  const full = fullScaleOf(data);
  const piece = rowsPerPiece(width) * width;
  for (let start = 0; start < data.length; start += piece) {
    const end = Math.min(data.length, start + piece);
    for (let i = start; i < end; i++) if (data[i] > 0) hard[i] = full;
    yield;
  }
  return { width, height, data: hard };
}
