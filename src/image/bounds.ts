import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import type { Rect } from './rect';

export interface Selected {
  /** The smallest rectangle that holds every value above 0; empty where there is none. */
  readonly bounds: Rect;
  /** How many values are above 0. */
  readonly pixels: number;
}

/** Where a mask selects anything, and how many pixels. */
export function* measureSelected({ width, height, data }: Mask): Sliced<Selected> {
  let [left, top, right, bottom, pixels] = [width, height, 0, 0, 0];
  const rows = rowsPerPiece(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let count = 0;
    for (let x = 0; x < width; x++) if (data[row + x] > 0) count++;
    if (count > 0) {
      left = Math.min(left, firstAbove(data, row, width, left));
      right = Math.max(right, lastAbove(data, row, width, right) + 1);
      top = Math.min(top, y);
      bottom = y + 1;
      pixels += count;
    }
    if (y % rows === rows - 1) yield y / height;
  }
  const bounds = pixels > 0 ? { left, top, right, bottom } : { left: 0, top: 0, right: 0, bottom: 0 };
  return { bounds, pixels };
}

function firstAbove(data: Mask['data'], row: number, width: number, stop: number): number {
  let x = 0;
  while (x < Math.min(stop, width) && data[row + x] === 0) x++;
  return x;
}

function lastAbove(data: Mask['data'], row: number, width: number, stop: number): number {
  let x = width - 1;
  while (x >= stop && data[row + x] === 0) x--;
  return x;
}
