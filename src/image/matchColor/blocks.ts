import type { Sliced } from '../../base/slices';
import { fullScaleOf, type Raster } from '../raster';

/** Two pictures in means of small squares, where nothing was to change. Values are shares of full scale. */
export interface Blocks {
  readonly count: number;
  /** Three values a block. */
  readonly sent: Float32Array;
  readonly answer: Float32Array;
  /** Where the block lies in the picture: -1 to 1, two values a block. */
  readonly place: Float32Array;
  /** How much it counts, 0 to 1: the nearer to what may change, the more. */
  readonly weight: Float32Array;
}

/** About so many squares make up a picture. */
const wanted = 16_000;
/** Values this near to black or white may have been cut off. */
const nearEnd = 0.012;
/** Blocks far from what may change count this much; a share of the longer side is how far near reaches. */
const [farWeight, nearShare] = [0.1, 0.08];

/** `kept`: 1 where nothing was to change; absent: everywhere. Both pictures RGB or RGBA of one size. */
export function* blocksOf(sent: Raster, answer: Raster, kept: Uint8Array | undefined): Sliced<Blocks> {
  const { width, height } = sent;
  const side = Math.max(2, Math.ceil(Math.sqrt((width * height) / wanted)));
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
  const blocks = {
    sent: new Float32Array(columns * rows * 3),
    answer: new Float32Array(columns * rows * 3),
    place: new Float32Array(columns * rows * 2),
    weight: new Float32Array(columns * rows),
  };
  const isKept = new Uint8Array(columns * rows);
  let count = 0;
  const used = new Int32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * side, row * side];
      if (kept && !allKept(kept, width, left, top, side)) continue;
      isKept[row * columns + column] = 1;
      addMean(blocks.sent, count * 3, sent, left, top, side);
      addMean(blocks.answer, count * 3, answer, left, top, side);
      if (isCut(blocks.sent, count * 3) || isCut(blocks.answer, count * 3)) continue;
      blocks.place[count * 2] = ((left + side / 2) / width) * 2 - 1;
      blocks.place[count * 2 + 1] = ((top + side / 2) / height) * 2 - 1;
      used[count++] = row * columns + column;
    }
    if (row % 8 === 0) yield row / rows;
  }
  const near = kept ? nearness(isKept, columns, rows, Math.max(columns, rows) * nearShare) : undefined;
  for (let i = 0; i < count; i++) blocks.weight[i] = near ? farWeight + (1 - farWeight) * near[used[i]] : 1;
  return { count, ...blocks };
}

function allKept(kept: Uint8Array, width: number, left: number, top: number, side: number): boolean {
  for (let y = top; y < top + side; y++) {
    for (let at = y * width + left, end = at + side; at < end; at++) if (kept[at] === 0) return false;
  }
  return true;
}

function addMean(
  to: Float32Array,
  at: number,
  { width, channels, data }: Raster,
  left: number,
  top: number,
  side: number,
) {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < top + side; y++) {
    for (let x = left, from = (y * width + left) * channels; x < left + side; x++, from += channels) {
      red += data[from];
      green += data[from + 1];
      blue += data[from + 2];
    }
  }
  const scale = 1 / (side * side * fullScaleOf(data));
  to[at] = red * scale;
  to[at + 1] = green * scale;
  to[at + 2] = blue * scale;
}

function isCut(values: Float32Array, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (values[i] < nearEnd || values[i] > 1 - nearEnd) return true;
  return false;
}

/** Falls off with the distance from the nearest block that is not kept, found in two passes over the grid. */
function nearness(kept: Uint8Array, columns: number, rows: number, reach: number): Float32Array {
  const distance = Float32Array.from(kept, (is) => (is ? 1e9 : 0));
  const step = (at: number, from: number, by: number) => {
    if (distance[from] + by < distance[at]) distance[at] = distance[from] + by;
  };
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      if (x > 0) step(at, at - 1, 1);
      if (y > 0) step(at, at - columns, 1);
      if (x > 0 && y > 0) step(at, at - columns - 1, Math.SQRT2);
      if (x < columns - 1 && y > 0) step(at, at - columns + 1, Math.SQRT2);
    }
  }
  for (let y = rows - 1, at = rows * columns - 1; y >= 0; y--) {
    for (let x = columns - 1; x >= 0; x--, at--) {
      if (x < columns - 1) step(at, at + 1, 1);
      if (y < rows - 1) step(at, at + columns, 1);
      if (x < columns - 1 && y < rows - 1) step(at, at + columns + 1, Math.SQRT2);
      if (x > 0 && y < rows - 1) step(at, at + columns - 1, Math.SQRT2);
    }
  }
  return distance.map((far) => Math.exp(-far / reach));
}
