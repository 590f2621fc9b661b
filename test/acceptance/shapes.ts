import { encode } from 'fast-png';

/** How much of a pixel at a place is selected, 0 to 1. */
export type Shape = (x: number, y: number) => number;

/** An ellipse, `softness` pixels wide at its edge (half of it beyond the radii). */
export function ellipse(centerX: number, centerY: number, radiusX: number, radiusY: number, softness: number): Shape {
  const scale = Math.min(radiusX, radiusY) / softness;
  return (x, y) => smoothed(0.5 + (1 - Math.hypot((x - centerX) / radiusX, (y - centerY) / radiusY)) * scale);
}

/** A polygon with a hard edge. */
export function polygon(...points: readonly (readonly [number, number])[]): Shape {
  return (x, y) => {
    let inside = false;
    points.forEach(([ax, ay], i) => {
      const [bx, by] = points[(i + 1) % points.length];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
    return inside ? 1 : 0;
  };
}

/** The shape as a gray PNG of 8 bit. */
export function maskPicture(width: number, height: number, shape: Shape): Uint8Array {
  return encode({ width, height, channels: 1, depth: 8, data: coverageOf(width, height, shape, 255) });
}

/** One value a pixel, 0 to `full`. */
export function coverageOf(width: number, height: number, shape: Shape, full: 255): Uint8Array;
export function coverageOf(width: number, height: number, shape: Shape, full: 32768): Uint16Array;
export function coverageOf(width: number, height: number, shape: Shape, full: number): Uint8Array | Uint16Array {
  const values = full === 255 ? new Uint8Array(width * height) : new Uint16Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) values[i] = Math.round(shape(x + 0.5, y + 0.5) * full);
  }
  return values;
}

/** From 0 to 1 without a corner. */
function smoothed(value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return within * within * (3 - 2 * within);
}
