import type { Rect } from '../../../photoshop/model/state';

/** Where the document is seen: the place of its top left corner and the size of its pixels, in pixels of the screen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const margin = 24;
const [leastZoom, mostZoom] = [1 / 64, 32];

/** The whole document, centered, with room around it; never larger than its own size. */
export function fitView(document: Size, screen: Size): View {
  const room = (side: number) => Math.max(1, side - 2 * margin);
  const zoom = Math.min(1, room(screen.width) / document.width, room(screen.height) / document.height);
  return centered(document, screen, Math.max(leastZoom, zoom));
}

export function centered(document: Size, screen: Size, zoom: number): View {
  return {
    zoom,
    x: Math.round((screen.width - document.width * zoom) / 2),
    y: Math.round((screen.height - document.height * zoom) / 2),
  };
}

/** Nearer or farther, so that what is at `point` of the screen stays there. */
export function zoomAt({ x, y, zoom }: View, point: Point, by: number): View {
  const wanted = Math.min(mostZoom, Math.max(leastZoom, zoom * by));
  const scale = wanted / zoom;
  return { zoom: wanted, x: point.x - (point.x - x) * scale, y: point.y - (point.y - y) * scale };
}

export function toDocument({ x, y, zoom }: View, point: Point): Point {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
}

/** What of the document is in view, in its own pixels. */
export function visibleArea({ x, y, zoom }: View, document: Size, screen: Size): Rect {
  return {
    left: Math.max(0, Math.floor(-x / zoom)),
    top: Math.max(0, Math.floor(-y / zoom)),
    right: Math.min(document.width, Math.ceil((screen.width - x) / zoom)),
    bottom: Math.min(document.height, Math.ceil((screen.height - y) / zoom)),
  };
}

/** The power of two by which the picture may be reduced and still has a pixel for each of the screen. */
export function reductionFor(zoom: number): number {
  return 2 ** Math.max(0, Math.floor(Math.log2(1 / zoom) + 1e-6));
}
