import type { Sliced } from '../../base/slices';
import { pasteInto } from '../crop';
import { rowsPerPiece } from '../pieces';
import type { Raster, Samples } from '../raster';
import { intersect, isEmpty, type Rect } from '../rect';
import { applyTints, createNoise, none, type Tint, tintsOf } from './agree';
import { type BlockMeans, blockSide, meansOf } from './blocks';
import { createShares, type ShareRow, smoothStep } from './shares';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** Where a tile comes to lie among others. */
export interface TilePlace {
  /** In the pixels of the picture that all are laid into. */
  readonly at: Rect;
  /** Those that lie there already. */
  readonly laid: readonly Rect[];
  /** All that were to be laid, itself among them. */
  readonly all: readonly Rect[];
}

/** Pixels over which detail changes from one tile to the next; colors take all that they have in common. */
const detailWidth = 10;

/**
 * Lays a tile into a picture of its kind, so that no joint is seen: its colors are made to agree with those of the tiles
 * that lie there, what is left of the difference is spread over all that they have in common, and only detail changes
 * quickly (two bands, after Burt and Adelson 1983, Brown and Lowe 2007). Where they are equal, no bit changes.
 */
export function* layTile(picture: Raster, tile: Raster, { at, laid, all }: TilePlace): Sliced<void> {
  const { width, height, channels } = tile;
  if (laid.every((rect) => isEmpty(intersect(rect, at)))) return yield* pasteInto(picture, tile, at);
  const rowAt = createShares(at, laid, all);
  const means = yield* meansOf(picture, tile, at, rowAt);
  const tints = yield* tintsOf(means, tile);
  const agreed = tints === undefined ? tile : yield* applyTints(tile, tints);
  const difference = yield* smoothDifference(means, tints ?? [], channels);
  const sharpness = max(1, commonSide(at, laid) / detailWidth);
  const rows = rowsPerPiece(width * channels, 12);
  const coarse = new Float32Array(width * channels);
  for (let y = 0; y < height; y++) {
    const row = rowAt(y);
    readRow(coarse, difference, y, row, channels);
    const [to, from] = [((at.top + y) * picture.width + at.left) * channels, y * width * channels];
    copyAround(picture.data, to, agreed.data, from, channels, row);
    mixRow(picture.data, to, agreed.data, from, channels, row, coarse, sharpness, y);
    if (y % rows === rows - 1) yield y / height;
  }
}

/** The narrowest that a tile has in common with one of those before it. */
function commonSide(at: Rect, laid: readonly Rect[]): number {
  const sides = laid.flatMap((rect) => [
    min(at.right, rect.right) - max(at.left, rect.left),
    min(at.bottom, rect.bottom) - max(at.top, rect.top),
  ]);
  return min(...sides.filter((side) => side > 0), at.right - at.left, at.bottom - at.top);
}

function copyAround(
  picture: Samples,
  to: number,
  tile: Samples,
  from: number,
  channels: number,
  { from: first, to: last, shares }: ShareRow,
): void {
  picture.set(tile.subarray(from, from + first * channels), to);
  picture.set(tile.subarray(from + last * channels, from + shares.length * channels), to + last * channels);
}

function mixRow(
  picture: Samples,
  to: number,
  tile: Samples,
  from: number,
  channels: number,
  { from: first, to: last, shares }: ShareRow,
  coarse: Float32Array,
  sharpness: number,
  seed: number,
): void {
  const stored = createNoise(picture, seed);
  let [i, j, at] = [to + first * channels, from + first * channels, first * channels];
  for (let x = first; x < last; x++) {
    const share = shares[x];
    const quick = smoothStep((share - 0.5) * sharpness + 0.5);
    for (let channel = 0; channel < channels; channel++, i++, j++, at++) {
      const difference = tile[j] - picture[i];
      if (difference === 0) continue;
      if (share === 1) picture[i] = tile[j];
      else picture[i] = stored(picture[i] + share * coarse[at] + quick * (difference - coarse[at]));
    }
  }
}

/** The coarse part of what a tile differs by, as a grid of blocks. */
interface Grid extends Pick<BlockMeans, 'across' | 'down'> {
  readonly values: Float32Array;
}

/** Blocks are averaged with their neighbors, twice; those that the others do not cover take part only as receivers. */
function* smoothDifference(means: BlockMeans, tints: readonly Tint[], channels: number): Sliced<Grid> {
  const { across, down } = means;
  let [values, count] = [differencesOf(means, tints, channels), means.count];
  for (let pass = 0; pass < 2; pass++) {
    const smooth = new Float32Array(values.length);
    const sums = new Float32Array(count.length);
    for (let row = 0; row < down; row++) {
      for (let column = 0; column < across; column++) {
        averageAround(smooth, sums, values, count, across, down, column, row, channels);
      }
      if (row % 16 === 15) yield;
    }
    [values, count] = [smooth, sums];
  }
  return { across, down, values };
}

function differencesOf({ there, tile }: BlockMeans, tints: readonly Tint[], channels: number): Float32Array {
  return tile.map((value, i) => {
    const { gain, offset } = tints[i % channels] ?? none;
    return value * gain + offset - there[i];
  });
}

function averageAround(
  smooth: Float32Array,
  sums: Float32Array,
  values: Float32Array,
  count: Float32Array,
  across: number,
  down: number,
  column: number,
  row: number,
  channels: number,
): void {
  const to = row * across + column;
  for (let y = max(0, row - 1); y <= min(down - 1, row + 1); y++) {
    for (let x = max(0, column - 1); x <= min(across - 1, column + 1); x++) {
      const from = y * across + x;
      sums[to] += count[from];
      for (let channel = 0; channel < channels; channel++) {
        smooth[to * channels + channel] += count[from] * values[from * channels + channel];
      }
    }
  }
  if (sums[to] === 0) return;
  for (let channel = 0; channel < channels; channel++) smooth[to * channels + channel] /= sums[to];
}

/** A row of pixels, read between the middles of the blocks. */
function readRow(
  line: Float32Array,
  { across, down, values }: Grid,
  y: number,
  { from, to }: ShareRow,
  channels: number,
): void {
  const onRow = min(down - 1, max(0, (y + 0.5) / blockSide - 0.5));
  const top = onRow | 0;
  const lower = min(down - 1, top + 1);
  const v = onRow - top;
  for (let x = from, at = from * channels; x < to; x++) {
    const onColumn = min(across - 1, max(0, (x + 0.5) / blockSide - 0.5));
    const left = onColumn | 0;
    const right = min(across - 1, left + 1);
    const u = onColumn - left;
    for (let channel = 0; channel < channels; channel++, at++) {
      const a = values[(top * across + left) * channels + channel];
      const b = values[(top * across + right) * channels + channel];
      const c = values[(lower * across + left) * channels + channel];
      const d = values[(lower * across + right) * channels + channel];
      line[at] = (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
    }
  }
}
