import { sizeOf } from '../../../photoshop/model/rects';
import type { Point } from '../canvas/view';
import type { Area } from './area';

/** A closed shape with a smooth edge; nothing where it has no extent. */
export function polygonArea(corners: readonly Point[]): Area | undefined {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const bounds = {
    left: Math.floor(Math.min(...xs)),
    top: Math.floor(Math.min(...ys)),
    right: Math.ceil(Math.max(...xs)),
    bottom: Math.ceil(Math.max(...ys)),
  };
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  if (width < 1 || height < 1) return undefined;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x - bounds.left, y - bounds.top);
  context.fill('nonzero');
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Uint8Array(sizeOf(bounds));
  for (let i = 0; i < values.length; i++) values[i] = data[i * 4 + 3];
  return { bounds, values };
}

/** A rectangle of whole pixels between two corners, inside the given size; nothing where it has no extent. */
export function rectangleArea(from: Point, to: Point, width: number, height: number): Area | undefined {
  const between = (a: number, b: number, most: number) =>
    [Math.min(a, b), Math.max(a, b)].map((value) => Math.min(most, Math.max(0, Math.round(value))));
  const [left, right] = between(from.x, to.x, width);
  const [top, bottom] = between(from.y, to.y, height);
  const bounds = { left, top, right, bottom };
  return right > left && bottom > top ? { bounds, values: new Uint8Array(sizeOf(bounds)).fill(255) } : undefined;
}
