import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster, type Samples, samplesLike } from '../raster';
import { pullPush } from './pullPush';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, ceil, floor, imul, max, min } = Math;

/** Pixels of a square's side. */
const side = 16;
/** Of full scale: squares that are this far off were changed. */
const changedBy = 10 / 255;
/** The same where the answer was cut off at white, and is farther off for that alone. */
const cutBy = 40 / 255;
/** How much of a square's own difference counts; the rest is that of its surroundings. */
const own = 0.6;
/** Squares by which the correction goes on inside of what was made anew, until nothing is left of it. */
const reach = 5;
/** Of full scale: a picture that is nowhere farther off than this is left as it is. */
const unseen = 0.5 / 255;

/**
 * Takes back what still differs in color around the edit, place by place: the mean differences of squares that were to
 * stay (`kept`: 1) are spread smoothly over the picture and fade out where it was made anew. (A membrane over the edge, as
 * in Pérez, Gangnet and Blake, Poisson image editing, 2003, on a grid.) Both pictures RGB, of one size.
 */
export function* levelRing(sent: Raster, answer: Raster, kept: Uint8Array): Sliced<Raster> {
  const { width, height } = sent;
  const [columns, rows] = [ceil(width / side), ceil(height / side)];
  const differences = [0, 1, 2].map(() => new Float32Array(columns * rows));
  const weights = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      addSquare(differences, weights, row * columns + column, sent, answer, kept, column * side, row * side);
    }
    yield row / rows;
  }
  const fade = fadingFrom(kept, width, height, columns, rows);
  const fields = differences.map((values) => pullPush({ width: columns, height: rows, values, weights }));
  let most = 0;
  for (const field of fields) {
    for (let i = 0; i < field.length; i++) {
      field[i] *= fade[i];
      most = max(most, abs(field[i]));
    }
  }
  return most < unseen ? answer : yield* withField(answer, fields, columns, rows);
}

function addSquare(
  differences: readonly Float32Array[],
  weights: Float32Array,
  to: number,
  sent: Raster,
  answer: Raster,
  kept: Uint8Array,
  left: number,
  top: number,
): void {
  const { width, height, data } = sent;
  const [right, bottom] = [min(width, left + side), min(height, top + side)];
  let [red, green, blue, cut] = [0, 0, 0, 0];
  const full = fullScaleOf(data);
  for (let y = top; y < bottom; y++) {
    for (let x = left, i = y * width + left, at = i * 3; x < right; x++, i++, at += 3) {
      if (kept[i] === 0) return;
      red += data[at] - answer.data[at];
      green += data[at + 1] - answer.data[at + 1];
      blue += data[at + 2] - answer.data[at + 2];
      if (max(answer.data[at], answer.data[at + 1], answer.data[at + 2]) >= 0.985 * full) cut++;
    }
  }
  const pixels = (right - left) * (bottom - top);
  const scale = 1 / (pixels * full);
  const far = max(abs(red), abs(green), abs(blue)) * scale;
  const most = cut > pixels * 0.1 ? cutBy : changedBy;
  if (far >= most) return;
  [red, green, blue].forEach((sum, channel) => {
    differences[channel][to] = sum * scale;
  });
  weights[to] = own * (1 - (far / most) ** 2) ** 2;
}

/** 1 on squares of which something was to stay, less and less inside of them. */
function fadingFrom(kept: Uint8Array, width: number, height: number, columns: number, rows: number): Float32Array {
  const far = new Float32Array(columns * rows).fill(reach);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [min(width - 1, column * side + side / 2), min(height - 1, row * side + side / 2)];
      if (kept[y * width + x]) far[row * columns + column] = 0;
    }
  }
  const step = (at: number, from: number) => {
    far[at] = min(far[at], far[from] + 1);
  };
  for (let at = 0; at < far.length; at++) {
    if (at % columns > 0) step(at, at - 1);
    if (at >= columns) step(at, at - columns);
  }
  for (let at = far.length - 1; at >= 0; at--) {
    if (at % columns < columns - 1) step(at, at + 1);
    if (at < far.length - columns) step(at, at + columns);
  }
  return far.map((by) => (1 - by / reach) ** 2);
}

/** The field of each channel added, smoothly between squares; rounding is dithered. */
function* withField(raster: Raster, fields: readonly Float32Array[], columns: number, rows: number): Sliced<Raster> {
  const { width, height, data } = raster;
  const out = samplesLike(data, data.length);
  const full = fullScaleOf(data);
  const line = new Float32Array(columns);
  yield* inPieces(height, rowsPerPiece(width, 12), (from, to) => {
    for (let y = from; y < to; y++) {
      const on = min(rows - 1, max(0, (y + 0.5) / side - 0.5));
      const top = floor(on);
      const [first, second] = [top * columns, min(rows - 1, top + 1) * columns];
      for (let channel = 0; channel < 3; channel++) {
        const field = fields[channel];
        for (let i = 0; i < columns; i++) {
          line[i] = (field[first + i] + (field[second + i] - field[first + i]) * (on - top)) * full;
        }
        addLine(out, data, y, width, channel, line, columns, full);
      }
    }
  });
  return { ...raster, data: out };
}

function addLine(
  out: Samples,
  data: Samples,
  y: number,
  width: number,
  channel: number,
  line: Float32Array,
  columns: number,
  full: number,
): void {
  let noise = (imul(y + 1, 0x9e3779b1) ^ imul(channel + 5, 0x85ebca6b)) >>> 0;
  for (let x = 0, at = y * width * 3 + channel; x < width; x++, at += 3) {
    const on = min(columns - 1, max(0, (x + 0.5) / side - 0.5));
    const left = on | 0;
    const right = left + 1 < columns ? left + 1 : left;
    const by = line[left] + (line[right] - line[left]) * (on - left);
    noise = (imul(noise, 1664525) + 1013904223) >>> 0;
    out[at] = min(full, max(0, floor(data[at] + by + noise / 0x100000000)));
  }
}
