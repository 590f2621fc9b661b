import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import type { Plane } from '../register/plane';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** What a picture has of detail, from the finest on: 1 to 2, about 3, and about 6 pixels wide. */
export interface Bands {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly [Float32Array, Float32Array, Float32Array];
  /** What is left without them. */
  readonly rest: Float32Array;
}

/**
 * Differences of ever softer copies, all at full size. (Starck and Murtagh, Image restoration with noise suppression using
 * the wavelet transform, 1994: à trous; with a narrower first kernel, as the finest detail is what goes lost first.)
 */
export function* bandsOf(plane: Plane): Sliced<Bands> {
  const { width, height, data } = plane;
  const first = yield* smoothed(data, width, height, narrow);
  const second = yield* smoothed(first, width, height, wide);
  const third = yield* smoothed(second, width, height, widest);
  const size = data.length;
  const piece = rowsPerPiece(width, 3) * width;
  const fine = new Float32Array(size);
  yield* inPieces(size, piece, (from, to) => {
    for (let i = from; i < to; i++) {
      fine[i] = data[i] - first[i];
      first[i] -= second[i];
      second[i] -= third[i];
    }
  });
  return { width, height, bands: [fine, first, second], rest: third };
}

/** Weights of a kernel's middle, of those beside it and of the outer ones, and how far apart they lie. */
export type Kernel = readonly [middle: number, beside: number, outer: number, apart: number];

export const narrow: Kernel = [1 / 2, 1 / 4, 0, 1];
export const wide: Kernel = [6 / 16, 4 / 16, 1 / 16, 1];
const widest: Kernel = [6 / 16, 4 / 16, 1 / 16, 2];

/** Across and down; the sides go on as they end. */
export function* smoothed(data: Float32Array, width: number, height: number, kernel: Kernel): Sliced<Float32Array> {
  const across = new Float32Array(data.length);
  const rows = rowsPerPiece(width, 3);
  yield* inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) smoothRow(across, data, y * width, width, kernel);
  });
  const out = new Float32Array(data.length);
  yield* inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) smoothDown(out, across, y, width, height, kernel);
  });
  return out;
}

function smoothRow(to: Float32Array, from: Float32Array, row: number, width: number, kernel: Kernel): void {
  const [middle, beside, outer, apart] = kernel;
  const reach = 2 * apart;
  const last = row + width - 1;
  const edge = (i: number) =>
    middle * from[i] +
    beside * (from[max(row, i - apart)] + from[min(last, i + apart)]) +
    outer * (from[max(row, i - reach)] + from[min(last, i + reach)]);
  const start = min(last + 1, row + reach);
  const end = max(start, last + 1 - reach);
  for (let i = row; i < start; i++) to[i] = edge(i);
  for (let i = start; i < end; i++) {
    to[i] =
      middle * from[i] + beside * (from[i - apart] + from[i + apart]) + outer * (from[i - reach] + from[i + reach]);
  }
  for (let i = end; i <= last; i++) to[i] = edge(i);
}

function smoothDown(
  to: Float32Array,
  from: Float32Array,
  y: number,
  width: number,
  height: number,
  [middle, beside, outer, apart]: Kernel,
): void {
  const row = (by: number) => min(height - 1, max(0, y + by)) * width;
  const [a, b, c, d, e] = [row(-2 * apart), row(-apart), row(0), row(apart), row(2 * apart)];
  const at = y * width;
  for (let x = 0; x < width; x++) {
    to[at + x] = middle * from[c + x] + beside * (from[b + x] + from[d + x]) + outer * (from[a + x] + from[e + x]);
  }
}
