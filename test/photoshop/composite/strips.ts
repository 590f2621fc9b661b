import { heightOf, intersectRects, widthOf } from '../model/rects';
import type { Rect } from '../model/state';

const stripPixels = 1 << 22;

/** Whole rows of the canvas that hold all areas, top to bottom. What cannot be drawn is judged strip by strip. */
export function stripsOf(areas: readonly Rect[], canvas: Rect): readonly Rect[] {
  const height = Math.max(1, Math.floor(stripPixels / widthOf(canvas)));
  const strips: Rect[] = [];
  for (let top = canvas.top; top < canvas.bottom; top += height) {
    const strip = { ...canvas, top, bottom: Math.min(canvas.bottom, top + height) };
    const parts = areas.map((area) => intersectRects(area, strip)).filter((part) => heightOf(part) > 0);
    if (parts.length === 0) continue;
    const bounds = {
      top: Math.min(...parts.map((part) => part.top)),
      bottom: Math.max(...parts.map((part) => part.bottom)),
    };
    strips.push({ ...canvas, ...bounds });
  }
  return strips;
}
