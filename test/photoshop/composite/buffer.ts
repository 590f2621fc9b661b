import { sizeOf } from '../model/rects';
import type { Rect } from '../model/state';
import type { Arena } from './arena';

/** A working picture: straight color and alpha, 0 to 1, in document coordinates. */
export interface Buffer {
  readonly area: Rect;
  readonly color: readonly Float32Array[];
  readonly alpha: Float32Array;
  /** Whether `alpha` is known to be 1 everywhere; drawing may bring that about. */
  isFull: boolean;
}

/** Nothing anywhere. */
export function createBuffer(area: Rect, colorChannels: number, arena: Arena): Buffer {
  const size = sizeOf(area);
  const color = Array.from({ length: colorChannels }, () => arena.floats(size).fill(0));
  return { area, color, alpha: arena.floats(size).fill(0), isFull: false };
}

export function copyOf({ area, color, alpha, isFull }: Buffer, arena: Arena): Buffer {
  const copied = (plane: Float32Array) => {
    const copy = arena.floats(plane.length);
    copy.set(plane);
    return copy;
  };
  return { area, color: color.map(copied), alpha: copied(alpha), isFull };
}
