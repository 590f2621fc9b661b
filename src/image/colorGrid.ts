import type { Sliced } from '../base/slices';
import { type ColorSpace, type Depth, fullScaleOf, type Raster } from './raster';

/** Grid points along each axis of the color cube. */
const side = 17;

/** The colors of a cube's grid after a conversion: red runs fastest, then green, then blue, in one long row of rows. */
export interface ColorGrid {
  readonly colors: Raster;
}

/** The cube's grid as a picture, to be converted by whoever knows both profiles. */
export function gridColors(depth: Depth, space: ColorSpace): Raster {
  const width = side * side;
  const length = side * side * side * 3;
  const data = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  const full = fullScaleOf(data);
  for (let point = 0, at = 0; at < length; point++) {
    data[at++] = Math.round(((point % side) * full) / (side - 1));
    data[at++] = Math.round(((Math.floor(point / side) % side) * full) / (side - 1));
    data[at++] = Math.round((Math.floor(point / (side * side)) * full) / (side - 1));
  }
  return { width, height: side, channels: 3, space, data };
}

/** Converts through the grid, trilinearly, to 8 bit. Alpha is kept. `pixels`: RGB or RGBA at 8 or 16 bit. */
export function* throughGrid(pixels: Raster, { colors }: ColorGrid, space: ColorSpace): Sliced<Raster> {
  const { width, height, channels, data } = pixels;
  const out = new Uint8Array(width * height * channels);
  const toGrid = (side - 1) / fullScaleOf(data);
  const toEight = 255 / fullScaleOf(colors.data);
  for (let row = 0; row < height; row++) {
    convertRow(data, out, row * width * channels, width, channels, colors.data, colors.channels, toGrid, toEight);
    if (channels === 4) copyAlpha(data, out, row * width * 4, width);
    if (row % rowsAPiece === 0) yield row / height;
  }
  return { width, height, channels, space, data: out };
}

const rowsAPiece = 16;

function convertRow(
  from: Raster['data'],
  to: Uint8Array,
  start: number,
  width: number,
  channels: number,
  grid: Raster['data'],
  gridChannels: number,
  toGrid: number,
  toEight: number,
): void {
  const green = side * gridChannels;
  const blue = side * green;
  for (let x = 0, at = start; x < width; x++, at += channels) {
    // the cell and the place in it
    const r = from[at] * toGrid;
    const g = from[at + 1] * toGrid;
    const b = from[at + 2] * toGrid;
    const ri = Math.min(side - 2, r | 0);
    const gi = Math.min(side - 2, g | 0);
    const bi = Math.min(side - 2, b | 0);
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
      to[at + channel] = (v0 + (v1 - v0) * fb) * toEight + 0.5;
    }
  }
}

function copyAlpha(from: Raster['data'], to: Uint8Array, start: number, width: number): void {
  const toEight = 255 / fullScaleOf(from);
  for (let x = 0, at = start + 3; x < width; x++, at += 4) to[at] = from[at] * toEight + 0.5;
}
