import type { Sliced } from '../../base/slices';
import type { Plane } from './plane';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { ceil, hypot, max, min, round } = Math;

/** A small window of what was sent, by its middle; `hold` tells how firmly it can be found again, in both directions. */
export interface Patch {
  readonly x: number;
  readonly y: number;
  readonly hold: number;
}

/** Half a window: 15 by 15 pixels. */
export const reach = 7;
const area = (2 * reach + 1) ** 2;

/** A window whose weaker direction has less than this (mean squared slope) cannot be told from noise. */
const leastHold = 2e-5;

/**
 * In each cell of a grid the window with the most texture in both directions (Shi and Tomasi, Good features to track,
 * 1994), among those of which everything is `kept` (1; absent: all is). `cells`: along the longer side.
 */
export function* choosePatches(plane: Plane, kept: Uint8Array | undefined, cells: number): Sliced<readonly Patch[]> {
  const { width, height } = plane;
  const cell = max(4, max(width, height) / cells);
  const lost = kept && lostBefore(kept, width, height);
  const step = max(2, round(cell / 6));
  const chosen: Patch[] = [];
  for (let top = reach + 2; top < height - reach - 2; top += cell) {
    for (let left = reach + 2; left < width - reach - 2; left += cell) {
      const best = bestIn(plane, lost, left, top, cell, step);
      if (best) chosen.push(best);
    }
    yield top / height;
  }
  return chosen;
}

function bestIn(
  plane: Plane,
  lost: Int32Array | undefined,
  left: number,
  top: number,
  cell: number,
  step: number,
): Patch | undefined {
  const { width, height } = plane;
  let best: Patch | undefined;
  const bottom = min(height - reach - 2, top + cell);
  const right = min(width - reach - 2, left + cell);
  for (let y = ceil(top); y < bottom; y += step) {
    for (let x = ceil(left); x < right; x += step) {
      if (lost && isLost(lost, width, x, y)) continue;
      const hold = holdAt(plane, x, y);
      if (hold > max(leastHold, best?.hold ?? 0)) best = { x, y, hold };
    }
  }
  return best;
}

/** The smaller eigenvalue of the window's slopes, over every other pixel. */
function holdAt({ width, data }: Plane, x: number, y: number): number {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let j = -reach; j <= reach; j += 2) {
    for (let i = -reach, at = (y + j) * width + x - reach; i <= reach; i += 2, at += 2) {
      const across = (data[at + 1] - data[at - 1]) / 2;
      const down = (data[at + width] - data[at - width]) / 2;
      xx += across * across;
      xy += across * down;
      yy += down * down;
    }
  }
  const half = (xx + yy) / 2;
  return (half - hypot((xx - yy) / 2, xy)) / (area / 4);
}

/** How many pixels are not kept above and to the left of each corner. */
function lostBefore(kept: Uint8Array, width: number, height: number): Int32Array {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += kept[y * width + x] ? 0 : 1;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  return sums;
}

function isLost(sums: Int32Array, width: number, x: number, y: number): boolean {
  const [top, bottom] = [(y - reach) * (width + 1), (y + reach + 1) * (width + 1)];
  const [left, right] = [x - reach, x + reach + 1];
  return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left] > 0;
}
