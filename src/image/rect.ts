/** Whole pixels; right and bottom are exclusive. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function widthOf(rect: Rect): number {
  return rect.right - rect.left;
}

export function heightOf(rect: Rect): number {
  return rect.bottom - rect.top;
}

export function sizeOf(rect: Rect): Size {
  return { width: widthOf(rect), height: heightOf(rect) };
}

export function areaOf(rect: Rect): number {
  return isEmpty(rect) ? 0 : widthOf(rect) * heightOf(rect);
}

export function isEmpty(rect: Rect): boolean {
  return rect.right <= rect.left || rect.bottom <= rect.top;
}

/** The whole of a picture, in its own coordinates. */
export function rectOf({ width, height }: Size): Rect {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** What both cover; empty (not normalised) where they do not meet. */
export function intersect(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The smallest rectangle that covers both. */
export function union(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Wider by `margin` pixels on every side. */
export function outset(rect: Rect, margin: number): Rect {
  return {
    left: rect.left - margin,
    top: rect.top - margin,
    right: rect.right + margin,
    bottom: rect.bottom + margin,
  };
}

export function shift(rect: Rect, x: number, y: number): Rect {
  return { left: rect.left + x, top: rect.top + y, right: rect.right + x, bottom: rect.bottom + y };
}

/** The same rectangle, seen from the top left corner of another one. */
export function within(outer: Rect, rect: Rect): Rect {
  return shift(rect, -outer.left, -outer.top);
}

export function contains(outer: Rect, rect: Rect): boolean {
  return rect.left >= outer.left && rect.top >= outer.top && rect.right <= outer.right && rect.bottom <= outer.bottom;
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}
