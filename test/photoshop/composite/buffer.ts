import { sizeOf } from '../model/rects';
import type { Rect } from '../model/state';
import type { ValueRows } from '../psd/valueRows';
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
  return { area, color: copiesOf(color, arena), alpha: copied(alpha, arena), isFull };
}

export function copiesOf(planes: readonly Float32Array[], arena: Arena): readonly Float32Array[] {
  return planes.map((plane) => copied(plane, arena));
}

function copied(plane: Float32Array, arena: Arena): Float32Array {
  const copy = arena.floats(plane.length);
  copy.set(plane);
  return copy;
}

/** A picture that is drawn onto another one: never written into. */
export interface Source {
  readonly area: Rect;
  /** Worked out when somebody needs it. */
  readonly color: () => readonly Float32Array[];
  /** The same color as it stands in a file or a layer, where it does: each is good until the next is asked for. */
  readonly rows?: readonly (() => ValueRows)[];
  readonly alpha: Float32Array;
  /** Whether `alpha` is known to be 1 everywhere. */
  readonly isFull: boolean;
}

export function sourceOf({ area, color, alpha, isFull }: Buffer): Source {
  return { area, color: () => color, alpha, isFull };
}
