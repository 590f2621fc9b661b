import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import type { Rect, Size } from '../image/rect';
import { rowsFor } from './level';

/**
 * How many pixels of surroundings a hole of that size wants on every side, so that there is enough to copy from: one
 * and a half times its longer side, at least 256.
 */
export function contextMarginFor(hole: Size): number {
  return Math.max(256, Math.ceil(1.5 * Math.max(hole.width, hole.height)));
}

/** The part of the picture that is worked on: the hole with its surroundings. Nothing if there is no hole. */
export function* workAreaOf(hole: Mask): Sliced<Rect | undefined> {
  const box = yield* boxOf(hole);
  if (!box) return undefined;
  const margin = contextMarginFor({ width: box.right - box.left, height: box.bottom - box.top });
  return {
    left: Math.max(0, box.left - margin),
    top: Math.max(0, box.top - margin),
    right: Math.min(hole.width, box.right + margin),
    bottom: Math.min(hole.height, box.bottom + margin),
  };
}

function* boxOf({ width, height, data }: Mask): Sliced<Rect | undefined> {
  let left = width;
  let top = height;
  let right = 0;
  let bottom = 0;
  yield* inPieces(height, rowsFor(1_000_000, width), (from, to) => {
    for (let y = from; y < to; y++) {
      for (let x = 0; x < width; x++) {
        if (data[y * width + x] === 0) continue;
        if (x < left) left = x;
        if (x >= right) right = x + 1;
        if (y < top) top = y;
        bottom = y + 1;
      }
    }
  });
  return right > left ? { left, top, right, bottom } : undefined;
}
