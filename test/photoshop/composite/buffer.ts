import { sizeOf } from '../model/rects';
import type { Rect } from '../model/state';

/** A working picture: straight color and alpha, 0 to 1, in document coordinates. */
export interface Buffer {
  readonly area: Rect;
  readonly color: readonly Float32Array[];
  readonly alpha: Float32Array;
}

export function createBuffer(area: Rect, colorChannels: number): Buffer {
  const size = sizeOf(area);
  const color = Array.from({ length: colorChannels }, () => new Float32Array(size));
  return { area, color, alpha: new Float32Array(size) };
}

/** The same colors under another coverage; the colors are shared. */
export function withAlpha({ area, color }: Buffer, alpha: Float32Array): Buffer {
  return { area, color, alpha };
}
