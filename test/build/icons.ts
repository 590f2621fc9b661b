import { encode } from 'fast-png';
import { type Color, type Layer, type Point, type Shape, both, outset, paint, polygon, roundRect } from './paint';

const { abs, round } = Math;

/**
 * Inlay's icons, by file name: two boards, and let into them a butterfly key, the double dovetail that holds them
 * together. What is seen between board and key is the joint. Straight edges lie on whole pixels at 1×.
 */
export function drawIcons(): ReadonlyMap<string, Uint8Array> {
  const icons = new Map<string, Uint8Array>();
  for (const { name, side, layers } of designs()) {
    for (const scale of [1, 2]) {
      icons.set(`${name}@${scale}x.png`, png(side * scale, paint(side * scale, 1 / scale, layers)));
    }
  }
  return icons;
}

function png(side: number, data: Uint8Array): Uint8Array {
  return encode({ width: side, height: side, channels: 4, depth: 8, data });
}

/** In the toolbar one ink, as Photoshop's own icons; in the list of plugins walnut and maple. */
function designs(): readonly { name: string; side: number; layers: readonly Layer[] }[] {
  return [
    { name: 'panel-dark', side: 23, layers: inOneInk(23, [222, 222, 222]) },
    { name: 'panel-light', side: 23, layers: inOneInk(23, [64, 64, 64]) },
    { name: 'plugin', side: 24, layers: inWood(24) },
  ];
}

function inOneInk(side: number, [red, green, blue]: Wood): readonly Layer[] {
  const ink = (opacity: number) => (): Color => [red, green, blue, opacity];
  const { boards, seam, bed, key } = shapesOf(side);
  return [{ shape: boards, color: ink(0.55) }, { shape: seam }, { shape: bed }, { shape: key, color: ink(1) }];
}

function inWood(side: number): readonly Layer[] {
  const { boards, seam, bed, key } = shapesOf(side);
  return [
    { shape: boards, color: lit(side, [150, 98, 62], [106, 64, 38]) },
    { shape: both(boards, grain), color: () => [64, 34, 16, 0.22] },
    { shape: seam, color: () => [64, 37, 20, 1] },
    { shape: bed, color: () => [64, 37, 20, 1] },
    { shape: key, color: lit(side, [248, 222, 176], [228, 186, 126]) },
  ];
}

type Wood = readonly [number, number, number];

/** From a lighter tone at the top to a darker one at the bottom. */
function lit(side: number, [r, g, b]: Wood, [toR, toG, toB]: Wood): (point: Point) => Color {
  return ({ y }) => {
    const t = y / side;
    return [r + (toR - r) * t, g + (toG - g) * t, b + (toB - b) * t, 1];
  };
}

/** Upright fibers, bent like the rings of a plank. */
function grain({ x, y }: Point): number {
  const place = (x + ((y - 9) * (y - 9)) / 90) / 2.6;
  return abs(place - round(place)) - 0.13;
}

/** `bed` is the hole for the key; what the key leaves of it is the joint. */
function shapesOf(side: number): { boards: Shape; seam: Shape; bed: Shape; key: Shape } {
  const center = { x: side / 2, y: side / 2 };
  const half = Math.floor(side / 2) - 2 + (side % 2) / 2;
  const boards = roundRect(center, half, half, 4);
  const key = butterfly(center, half - 3, half - 5, 1.5);
  return { boards, seam: both(boards, roundRect(center, 0.5, side, 0)), bed: outset(key, 1), key };
}

/** Wide at both ends, narrow at the waist. */
function butterfly({ x, y }: Point, halfLength: number, halfEnd: number, halfWaist: number): Shape {
  return polygon([
    { x: x - halfLength, y: y - halfEnd },
    { x, y: y - halfWaist },
    { x: x + halfLength, y: y - halfEnd },
    { x: x + halfLength, y: y + halfEnd },
    { x, y: y + halfWaist },
    { x: x - halfLength, y: y + halfEnd },
  ]);
}
