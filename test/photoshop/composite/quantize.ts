import type { Samples } from '../model/state';

/** Values of 0 to 1 as Photoshop counts them, into `plane` from `start` on. */
export function quantizeInto(plane: Samples, start: number, units: Float32Array): void {
  if (plane instanceof Uint8Array) quantize8(plane, start, units);
  else if (plane instanceof Uint16Array) quantize16(plane, start, units);
  else plane.set(units, start);
}

function quantize8(plane: Uint8Array, start: number, units: Float32Array): void {
  for (let i = 0; i < units.length; i++) plane[start + i] = inRange(units[i] * 255 + 0.5, 255);
}

function quantize16(plane: Uint16Array, start: number, units: Float32Array): void {
  for (let i = 0; i < units.length; i++) plane[start + i] = inRange(units[i] * 32768 + 0.5, 32768);
}

function inRange(value: number, full: number): number {
  if (value < 0) return 0;
  return value > full ? full : value;
}

/** The values of `after`, and 1 in `changed` where those of `before` would have been others. */
export function quantizePair(after: Float32Array, before: Float32Array, into: Samples, changed: Uint8Array): void {
  if (into instanceof Uint8Array) quantizePair8(after, before, into, changed);
  else if (into instanceof Uint16Array) quantizePair16(after, before, into, changed);
  else {
    into.set(after);
    for (let i = 0; i < changed.length; i++) if (before[i] !== after[i]) changed[i] = 1;
  }
}

function quantizePair8(after: Float32Array, before: Float32Array, into: Uint8Array, changed: Uint8Array): void {
  for (let i = 0; i < changed.length; i++) {
    const fresh = inRange(after[i] * 255 + 0.5, 255) | 0;
    into[i] = fresh;
    if (fresh !== (inRange(before[i] * 255 + 0.5, 255) | 0)) changed[i] = 1;
  }
}

function quantizePair16(after: Float32Array, before: Float32Array, into: Uint16Array, changed: Uint8Array): void {
  for (let i = 0; i < changed.length; i++) {
    const fresh = inRange(after[i] * 32768 + 0.5, 32768) | 0;
    into[i] = fresh;
    if (fresh !== (inRange(before[i] * 32768 + 0.5, 32768) | 0)) changed[i] = 1;
  }
}
