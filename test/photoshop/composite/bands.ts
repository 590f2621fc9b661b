import { heightOf, isEmptyRect, widthOf } from '../model/rects';
import type { Rect } from '../model/state';

/** Few enough pixels at a time that the working buffers stay in the processor's cache. */
const bandPixels = 1 << 13;

/** An area in pieces of whole rows, top to bottom. */
export function bandsOf(area: Rect, pixels = bandPixels): readonly Rect[] {
  if (isEmptyRect(area)) return [];
  const rows = Math.max(1, Math.floor(pixels / widthOf(area)));
  const count = Math.ceil(heightOf(area) / rows);
  return Array.from({ length: count }, (_, i) => ({
    ...area,
    top: area.top + i * rows,
    bottom: Math.min(area.bottom, area.top + (i + 1) * rows),
  }));
}
