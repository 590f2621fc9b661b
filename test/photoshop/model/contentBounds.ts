import { heightOf, noRect, widthOf } from './rects';
import type { Rect, Samples } from './state';

/** The smallest rectangle around all values that are not `outside`; `bounds` is where the plane stands. */
export function contentBounds(plane: Samples, bounds: Rect, outside: number): Rect {
  const width = widthOf(bounds);
  const height = heightOf(bounds);
  let top = 0;
  while (top < height && isEmptyRow(plane, top * width, width, outside)) top++;
  if (top === height) return noRect;
  let bottom = height;
  while (isEmptyRow(plane, (bottom - 1) * width, width, outside)) bottom--;
  let left = width;
  let right = 0;
  for (let y = top; y < bottom; y++) {
    const start = y * width;
    let x = 0;
    while (x < left && plane[start + x] === outside) x++;
    left = x;
    x = width;
    while (x > right && plane[start + x - 1] === outside) x--;
    right = x;
  }
  return { left: bounds.left + left, top: bounds.top + top, right: bounds.left + right, bottom: bounds.top + bottom };
}

function isEmptyRow(plane: Samples, start: number, width: number, outside: number): boolean {
  for (let i = start; i < start + width; i++) if (plane[i] !== outside) return false;
  return true;
}
