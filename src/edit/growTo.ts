import { heightOf, type Rect, type Size, widthOf } from '../image/rect';

/**
 * The rectangle, widened to a size: evenly to both sides, sliding along the canvas where an edge is near, and beyond it
 * only where the canvas itself is smaller than the size.
 */
export function growTo(rect: Rect, size: Size, canvas: Rect): Rect {
  const left = startOf(rect.left, widthOf(rect), size.width, canvas.left, canvas.right);
  const top = startOf(rect.top, heightOf(rect), size.height, canvas.top, canvas.bottom);
  return { left, top, right: left + size.width, bottom: top + size.height };
}

function startOf(start: number, length: number, wanted: number, least: number, most: number): number {
  const room = most - least;
  if (wanted >= room) return least - Math.floor((wanted - room) / 2);
  const centered = start - Math.floor((wanted - length) / 2);
  return Math.max(least, Math.min(most - wanted, centered));
}
