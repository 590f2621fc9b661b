import type { Sliced } from '../base/slices';
import { type ColorSpace, type Depth, fullScaleOf, type Raster, type Samples, samplesOf } from './raster';

/**
 * The colors of a table's points after a conversion. Gray has one axis; other colors have three: the first channel runs
 * fastest, in one long row of rows.
 */
export interface ColorTable {
  readonly colors: Raster;
}

/** Points along each axis: gray has every value of 8 bit, a cube of colors fewer. */
const sides = { gray: 256, rgb: 17, lab: 17 } as const;

/** The table's points as a picture, to be converted by whoever knows both profiles. */
export function tableColors(depth: Depth, space: ColorSpace): Raster {
  const side = sides[space.model];
  return space.model === 'gray' ? grayLine(depth, space, side) : colorCube(depth, space, side);
}

function grayLine(depth: Depth, space: ColorSpace, side: number): Raster {
  const data = samplesOf(depth, side);
  for (let point = 0; point < side; point++) data[point] = valueAt(point, side, data);
  return { width: side, height: 1, channels: 1, space, data };
}

function colorCube(depth: Depth, space: ColorSpace, side: number): Raster {
  const data = samplesOf(depth, side * side * side * 3);
  for (let point = 0, at = 0; at < data.length; point++) {
    data[at++] = valueAt(point % side, side, data);
    data[at++] = valueAt(Math.floor(point / side) % side, side, data);
    data[at++] = valueAt(Math.floor(point / (side * side)), side, data);
  }
  return { width: side * side, height: side, channels: 3, space, data };
}

function valueAt(point: number, side: number, data: Samples): number {
  const value = (point * fullScaleOf(data)) / (side - 1);
  return data instanceof Float32Array ? value : Math.round(value);
}

/** Converts through the table, between its points along straight lines, to 8-bit RGB. Alpha is kept. */
export function* throughTable(pixels: Raster, { colors }: ColorTable, space: ColorSpace): Sliced<Raster> {
  const { width, height, channels, data } = pixels;
  const hasAlpha = channels % 2 === 0;
  const wide = hasAlpha ? 4 : 3;
  const out = new Uint8Array(width * height * wide);
  const convertRow = pixels.space.model === 'gray' ? convertGrayRow : convertColorRow;
  const toGrid = (sides[pixels.space.model] - 1) / fullScaleOf(data);
  const toEight = 255 / fullScaleOf(colors.data);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * width * channels, y * width * wide];
    convertRow(data, out, from, to, width, channels, wide, colors.data, colors.channels, toGrid, toEight);
    if (hasAlpha) copyAlpha(data, out, from, to, width, channels);
    if (y % rowsAPiece === 0) yield y / height;
  }
  return { width, height, channels: wide, space, data: out };
}

const rowsAPiece = 16;

function convertGrayRow(
  from: Samples,
  to: Uint8Array,
  start: number,
  target: number,
  width: number,
  channels: number,
  wide: number,
  grid: Samples,
  gridChannels: number,
  toGrid: number,
  toEight: number,
): void {
  const last = sides.gray - 2;
  for (let x = 0, at = start, out = target; x < width; x++, at += channels, out += wide) {
    const place = from[at] * toGrid;
    const point = Math.min(last, place | 0);
    const share = place - point;
    const near = point * gridChannels;
    for (let channel = 0; channel < 3; channel++) {
      const value = grid[near + channel];
      to[out + channel] = (value + (grid[near + gridChannels + channel] - value) * share) * toEight + 0.5;
    }
  }
}

function convertColorRow(
  from: Samples,
  to: Uint8Array,
  start: number,
  target: number,
  width: number,
  channels: number,
  wide: number,
  grid: Samples,
  gridChannels: number,
  toGrid: number,
  toEight: number,
): void {
  const last = sides.rgb - 2;
  const green = sides.rgb * gridChannels;
  const blue = sides.rgb * green;
  for (let x = 0, at = start, out = target; x < width; x++, at += channels, out += wide) {
    // the cell and the place in it
    const r = from[at] * toGrid;
    const g = from[at + 1] * toGrid;
    const b = from[at + 2] * toGrid;
    const ri = Math.min(last, r | 0);
    const gi = Math.min(last, g | 0);
    const bi = Math.min(last, b | 0);
    const fr = r - ri;
    const fg = g - gi;
    const fb = b - bi;
    const cell = ri * gridChannels + gi * green + bi * blue;
    for (let channel = 0; channel < 3; channel++) {
      // four edges along red, then green, then blue
      const at00 = cell + channel;
      const at10 = at00 + green;
      const at01 = at00 + blue;
      const at11 = at01 + green;
      const v00 = grid[at00] + (grid[at00 + gridChannels] - grid[at00]) * fr;
      const v10 = grid[at10] + (grid[at10 + gridChannels] - grid[at10]) * fr;
      const v01 = grid[at01] + (grid[at01 + gridChannels] - grid[at01]) * fr;
      const v11 = grid[at11] + (grid[at11 + gridChannels] - grid[at11]) * fr;
      const v0 = v00 + (v10 - v00) * fg;
      const v1 = v01 + (v11 - v01) * fg;
      to[out + channel] = (v0 + (v1 - v0) * fb) * toEight + 0.5;
    }
  }
}

function copyAlpha(
  from: Samples,
  to: Uint8Array,
  start: number,
  target: number,
  width: number,
  channels: number,
): void {
  const toEight = 255 / fullScaleOf(from);
  for (let x = 0, at = start + channels - 1, out = target + 3; x < width; x++, at += channels, out += 4) {
    to[out] = from[at] * toEight + 0.5;
  }
}
