import { intersectRects, sizeOf, uniteRects, widthOf } from '../../../photoshop/model/rects';
import type { Rect } from '../../../photoshop/model/state';
import type { Point } from '../canvas/view';
import type { Area } from './area';

export interface Brush {
  /** Pixels of the document. */
  readonly diameter: number;
  /** 0 to 1: how much of the radius is full. */
  readonly hardness: number;
}

/** A brush stroke as it grows: one dab beside the other, so close that none can be told apart. */
export class Stroke {
  private readonly values: Uint8Array;
  private bounds: Rect | undefined;
  private last: Point | undefined;

  constructor(
    private readonly canvas: Rect,
    private readonly brush: Brush,
  ) {
    this.values = new Uint8Array(sizeOf(canvas));
  }

  /** Draws on to `point`; answers where something was drawn. */
  to(point: Point): Rect {
    const { last = point } = this;
    const distance = Math.hypot(point.x - last.x, point.y - last.y);
    const steps = Math.max(1, Math.ceil(distance / Math.max(1, this.brush.diameter * 0.12)));
    let drawn = this.dab(point);
    for (let step = 1; step < steps; step++) {
      const share = step / steps;
      drawn = uniteRects(
        drawn,
        this.dab({ x: last.x + (point.x - last.x) * share, y: last.y + (point.y - last.y) * share }),
      );
    }
    this.last = point;
    this.bounds = this.bounds ? uniteRects(this.bounds, drawn) : drawn;
    return drawn;
  }

  /** The part of what is drawn so far. */
  area(part: Rect | undefined = this.bounds): Area | undefined {
    const bounds = part && intersectRects(part, this.canvas);
    if (!bounds || sizeOf(bounds) <= 0) return undefined;
    const across = widthOf(bounds);
    const values = new Uint8Array(sizeOf(bounds));
    for (let y = bounds.top; y < bounds.bottom; y++) {
      const from = y * widthOf(this.canvas) + bounds.left;
      values.set(this.values.subarray(from, from + across), (y - bounds.top) * across);
    }
    return { bounds, values };
  }

  private dab({ x, y }: Point): Rect {
    const radius = Math.max(0.5, this.brush.diameter / 2);
    const reach = radius + 1;
    const round = { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
    const part = intersectRects(outward(round), this.canvas);
    const core = radius * this.brush.hardness;
    const fall = Math.max(1, radius - core);
    for (let row = part.top; row < part.bottom; row++) {
      const start = row * widthOf(this.canvas);
      const dy = row + 0.5 - y;
      for (let column = part.left; column < part.right; column++) {
        const distance = Math.hypot(column + 0.5 - x, dy);
        const value = 255 * smooth((core + fall - distance) / fall);
        if (value > this.values[start + column]) this.values[start + column] = value;
      }
    }
    return part;
  }
}

/** From 0 to 1 without a kink at either end. */
function smooth(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}

function outward({ left, top, right, bottom }: Rect): Rect {
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) };
}
