import type { Rect } from './state';

export const noRect: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

export function widthOf({ left, right }: Rect): number {
  return Math.max(0, right - left);
}

export function heightOf({ top, bottom }: Rect): number {
  return Math.max(0, bottom - top);
}

export function isEmptyRect({ left, top, right, bottom }: Rect): boolean {
  return right <= left || bottom <= top;
}

/** What both cover; nothing is `noRect`. */
export function intersectRects(a: Rect, b: Rect): Rect {
  const common = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return isEmptyRect(common) ? noRect : common;
}

/** The smallest rectangle around both; empty ones do not count. */
export function uniteRects(a: Rect, b: Rect): Rect {
  if (isEmptyRect(a)) return isEmptyRect(b) ? noRect : b;
  if (isEmptyRect(b)) return a;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

export function containsRect(outer: Rect, inner: Rect): boolean {
  return (
    inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
  );
}

export function canvasOf({ width, height }: { readonly width: number; readonly height: number }): Rect {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** How many pixels a rectangle holds. */
export function sizeOf(rect: Rect): number {
  return widthOf(rect) * heightOf(rect);
}

export function isSameRect(a: Rect, b: Rect): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}
