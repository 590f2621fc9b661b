import type { Sliced } from '../base/slices';
import { fitMatrix, fromLinear, lightAt, type MatrixModel } from './matrixModel';
import { rowsPerPiece } from './pieces';
import { type ColorSpace, type Depth, fullScaleOf, type Raster } from './raster';

/** Grid points along each axis of the color cube. */
const side = 17;
/** Steps of gray, in a row of their own under the cube. */
const graySteps = 256;
const points = side * side * side;

/** A conversion between two profiles, learned from samples: a model, and on a grid what it leaves. */
export interface ColorGrid {
  readonly model: MatrixModel;
  /** Three values a grid point, in shares of full scale: red runs fastest, then green, then blue. */
  readonly rest: Float32Array;
}

/** Samples of all colors as a picture, to be converted to sRGB by whoever knows both profiles. */
export function gridColors(depth: Depth, space: ColorSpace): Raster {
  const width = side * side;
  const height = side + 1;
  const data = depth === 16 ? new Uint16Array(width * height * 3) : new Uint8Array(width * height * 3);
  const full = fullScaleOf(data);
  for (let point = 0; point < points; point++) {
    for (let axis = 0; axis < 3; axis++) data[point * 3 + axis] = Math.round(coordinate(point, axis) * full);
  }
  for (let x = 0; x < width; x++) {
    const gray = Math.round((Math.min(x, graySteps - 1) * full) / (graySteps - 1));
    data.fill(gray, (points + x) * 3, (points + x + 1) * 3);
  }
  return { width, height, channels: 3, space, data };
}

/** From 0 to 1, where a point of the grid stands along an axis. */
function coordinate(point: number, axis: number): number {
  return (Math.floor(point / side ** axis) % side) / (side - 1);
}

/** `sent` is what `gridColors` made, `converted` the same picture in sRGB. */
export function* learnColors(sent: Raster, converted: Raster): Sliced<ColorGrid> {
  const given = shares(sent, 0, points);
  const seen = shares(converted, 0, points);
  const steps = shares(converted, points, graySteps).filter((_, i) => i % 3 === 1);
  const grays = converted.data instanceof Uint8Array ? smoothed(steps) : steps;
  const model = yield* fitMatrix(grays, given, seen);
  const rest = new Float32Array(points * 3);
  const color = [0, 0, 0];
  for (let at = 0; at < rest.length; at += 3) {
    if (at % 3072 === 0) yield;
    for (let i = 0; i < 3; i++) color[i] = lightAt(model.curve, given[at + i]);
    for (let i = 0; i < 3; i++) rest[at + i] = seen[at + i] - fromLinear(dot(model.matrix, i * 3, color));
  }
  return { model, rest };
}

/** How far a smoothed step looks to either side. */
const reach = 6;

/** Grays that were rounded to 8 bit, as they were before: near black half a level makes a great difference in light. */
function smoothed(steps: Float32Array): Float32Array {
  return steps.map((_, i) => {
    const near = Math.min(reach, i, steps.length - 1 - i);
    let sum = 0;
    for (let k = i - near; k <= i + near; k++) sum += steps[k];
    return sum / (2 * near + 1);
  });
}

function dot(matrix: Float32Array, row: number, [red, green, blue]: readonly number[]): number {
  return matrix[row] * red + matrix[row + 1] * green + matrix[row + 2] * blue;
}

/** Colors as shares of full scale, three values a pixel. */
function shares({ data, channels }: Raster, from: number, count: number): Float32Array {
  const full = fullScaleOf(data);
  const values = new Float32Array(count * 3);
  for (let i = 0; i < values.length; i++) values[i] = data[(from + Math.floor(i / 3)) * channels + (i % 3)] / full;
  return values;
}

/** Converts to 8 bit. Alpha is kept. `pixels`: RGB or RGBA at 8 or 16 bit. */
export function* throughGrid(pixels: Raster, { model, rest }: ColorGrid, space: ColorSpace): Sliced<Raster> {
  const { width, height, channels, data } = pixels;
  const out = new Uint8Array(width * height * channels);
  const { curve, matrix } = model;
  const scale = 1 / fullScaleOf(data);
  const rows = rowsPerPiece(width, 150);
  for (let top = 0; top < height; top += rows) {
    const end = Math.min(height, top + rows) * width * channels;
    convertInto(out, data, top * width * channels, end, channels, scale, curve, matrix, rest);
    if (channels === 4) copyAlpha(out, data, top * width * 4, end, scale);
    yield top / height;
  }
  return { width, height, channels, space, data: out };
}

function convertInto(
  to: Uint8Array,
  from: Raster['data'],
  start: number,
  end: number,
  channels: number,
  scale: number,
  curve: Float32Array,
  matrix: Float32Array,
  rest: Float32Array,
): void {
  const green = side * 3;
  const blue = side * green;
  for (let at = start; at < end; at += channels) {
    const red01 = from[at] * scale;
    const green01 = from[at + 1] * scale;
    const blue01 = from[at + 2] * scale;
    // the model's light
    const r = lightAt(curve, red01);
    const g = lightAt(curve, green01);
    const b = lightAt(curve, blue01);
    // the cell of the grid and the place in it
    const ri = Math.min(side - 2, Math.floor(red01 * (side - 1)));
    const gi = Math.min(side - 2, Math.floor(green01 * (side - 1)));
    const bi = Math.min(side - 2, Math.floor(blue01 * (side - 1)));
    const fr = red01 * (side - 1) - ri;
    const fg = green01 * (side - 1) - gi;
    const fb = blue01 * (side - 1) - bi;
    const cell = ri * 3 + gi * green + bi * blue;
    for (let channel = 0; channel < 3; channel++) {
      // four edges along red, then green, then blue
      const at00 = cell + channel;
      const at10 = at00 + green;
      const at01 = at00 + blue;
      const at11 = at01 + green;
      const v00 = rest[at00] + (rest[at00 + 3] - rest[at00]) * fr;
      const v10 = rest[at10] + (rest[at10 + 3] - rest[at10]) * fr;
      const v01 = rest[at01] + (rest[at01 + 3] - rest[at01]) * fr;
      const v11 = rest[at11] + (rest[at11 + 3] - rest[at11]) * fr;
      const v0 = v00 + (v10 - v00) * fg;
      const v1 = v01 + (v11 - v01) * fg;
      const row = channel * 3;
      const light = matrix[row] * r + matrix[row + 1] * g + matrix[row + 2] * b;
      const value = (fromLinear(light) + v0 + (v1 - v0) * fb) * 255 + 0.5;
      to[at + channel] = Math.max(0, Math.min(255, value));
    }
  }
}

function copyAlpha(to: Uint8Array, from: Raster['data'], start: number, end: number, scale: number): void {
  for (let at = start + 3; at < end; at += 4) to[at] = from[at] * scale * 255 + 0.5;
}
