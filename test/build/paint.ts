/**
 * Draws shapes into pixels: each pixel is looked at in a grid of points. Shapes are signed distances (negative inside),
 * in a unit of the caller's choice. Only sums, products and square roots, so that every machine draws the same bytes.
 */

const { abs, max, min, round, sqrt } = Math;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a point is from a shape's edge; negative inside. */
export type Shape = (point: Point) => number;

/** Red, green, blue (0 to 255) and opacity (0 to 1). */
export type Color = readonly [number, number, number, number];

/** A shape with its color at each place; without a color the shape is cut out of what lies below. */
export interface Layer {
  readonly shape: Shape;
  readonly color?: (point: Point) => Color;
}

const pointsPerSide = 8;

/** A square of RGBA pixels, straight alpha. `unit` is the size of a pixel in the shapes' unit. */
export function paint(side: number, unit: number, layers: readonly Layer[]): Uint8Array {
  const pixels = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) pixels.set(pixelAt(x, y, unit, layers), (y * side + x) * 4);
  }
  return pixels;
}

function pixelAt(x: number, y: number, unit: number, layers: readonly Layer[]): number[] {
  const sum = [0, 0, 0, 0];
  for (let row = 0; row < pointsPerSide; row++) {
    for (let column = 0; column < pointsPerSide; column++) {
      const point = { x: (x + (column + 0.5) / pointsPerSide) * unit, y: (y + (row + 0.5) / pointsPerSide) * unit };
      addTo(sum, colorAt(point, layers));
    }
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  if (alpha === 0) return [0, 0, 0, 0];
  const opacity = alpha / (pointsPerSide * pointsPerSide);
  return [red / alpha, green / alpha, blue / alpha, opacity * 255].map(round);
}

/** Colors count by their opacity. */
function addTo(sum: number[], [red, green, blue, alpha]: Color): void {
  [red * alpha, green * alpha, blue * alpha, alpha].forEach((value, index) => (sum[index] += value));
}

function colorAt(point: Point, layers: readonly Layer[]): Color {
  return layers.reduce<Color>((below, { shape, color }) => {
    if (shape(point) > 0) return below;
    return color ? over(color(point), below) : nothing;
  }, nothing);
}

const nothing: Color = [0, 0, 0, 0];

function over([red, green, blue, alpha]: Color, below: Color): Color {
  const rest = below[3] * (1 - alpha);
  const total = alpha + rest;
  const mix = (a: number, b: number) => (total === 0 ? 0 : (a * alpha + b * rest) / total);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), total];
}

/** A rectangle by its center and half sizes, with round corners. */
export function roundRect(center: Point, halfWidth: number, halfHeight: number, radius: number): Shape {
  return ({ x, y }) => {
    const dx = abs(x - center.x) - halfWidth + radius;
    const dy = abs(y - center.y) - halfHeight + radius;
    return length(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius;
  };
}

/** A closed polygon (even-odd). */
export function polygon(corners: readonly Point[]): Shape {
  const edges = corners.map((corner, index) => ({ from: corner, to: corners[(index + 1) % corners.length] ?? corner }));
  return (point) => {
    const distance = min(...edges.map(({ from, to }) => distanceToEdge(point, from, to)));
    const crossings = edges.filter(({ from, to }) => crosses(point, from, to)).length;
    return crossings % 2 === 1 ? -distance : distance;
  };
}

/** The same shape, wider all around by `margin`, with rounded corners. */
export function outset(shape: Shape, margin: number): Shape {
  return (point) => shape(point) - margin;
}

export function both(a: Shape, b: Shape): Shape {
  return (point) => max(a(point), b(point));
}

function distanceToEdge(point: Point, from: Point, to: Point): number {
  const [ex, ey] = [to.x - from.x, to.y - from.y];
  const [px, py] = [point.x - from.x, point.y - from.y];
  const along = min(max((px * ex + py * ey) / (ex * ex + ey * ey), 0), 1);
  return length(px - ex * along, py - ey * along);
}

/** Whether a ray from the point to the right meets the edge. */
function crosses({ x, y }: Point, from: Point, to: Point): boolean {
  if (from.y > y === to.y > y) return false;
  return x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
}

function length(x: number, y: number): number {
  return sqrt(x * x + y * y);
}
