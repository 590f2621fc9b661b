import type { Samples } from '../model/state';

/** Values of 0 to 1 as Photoshop counts them, into `plane` from `start` on. */
export function quantizeInto(plane: Samples, start: number, units: Float32Array): void {
  if (plane instanceof Uint8Array) quantize8(plane, start, units);
  else if (plane instanceof Uint16Array) quantize16(plane, start, units);
  else plane.set(units, start);
}

function quantize8(plane: Uint8Array, start: number, units: Float32Array): void {
  for (let i = 0; i < units.length; i++) {
    const value = units[i] * 255 + 0.5;
    plane[start + i] = inRange(value, 255);
  }
}

function quantize16(plane: Uint16Array, start: number, units: Float32Array): void {
  for (let i = 0; i < units.length; i++) {
    const value = units[i] * 32768 + 0.5;
    plane[start + i] = inRange(value, 32768);
  }
}

function inRange(value: number, full: number): number {
  if (value < 0) return 0;
  return value > full ? full : value;
}
