import type { Sliced } from '../../base/slices';
import type { Raster, Samples } from '../raster';
import type { ShareRow } from './shares';

/** Pixels; the tint of a tile varies over far more, its detail over less. */
export const blockSide = 8;

/** What a tile and the picture beneath it are on average, block by block, where both are. */
export interface BlockMeans {
  readonly across: number;
  readonly down: number;
  /** Pixels of a block that both cover. */
  readonly count: Float32Array;
  /** One after the other, block by block and channel by channel. */
  readonly there: Float32Array;
  readonly tile: Float32Array;
}

/** Where a tile's corner lies in the picture that it is laid into. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** The means of a tile and of what lies beneath it; `rowAt` says where. */
export function* meansOf(
  there: Raster,
  tile: Raster,
  { left, top }: Corner,
  rowAt: (y: number) => ShareRow,
): Sliced<BlockMeans> {
  const { width, height, channels } = tile;
  const [across, down] = [Math.ceil(width / blockSide), Math.ceil(height / blockSide)];
  const means: BlockMeans = {
    across,
    down,
    count: new Float32Array(across * down),
    there: new Float32Array(across * down * channels),
    tile: new Float32Array(across * down * channels),
  };
  let samples = 0;
  for (let y = 0; y < height; y++) {
    const block = Math.floor(y / blockSide) * across;
    const beneath = ((top + y) * there.width + left) * channels;
    const row = rowAt(y);
    addRow(means, block, row, there.data, beneath, tile.data, y * width * channels, channels);
    samples += (row.to - row.from) * channels;
    if (samples < samplesPerPiece) continue;
    yield y / height;
    samples = 0;
  }
  for (let i = 0; i < means.there.length; i++) {
    const count = means.count[Math.floor(i / channels)];
    if (count === 0) continue;
    means.there[i] /= count;
    means.tile[i] /= count;
  }
  return means;
}

/** About 2 ms. */
const samplesPerPiece = 60_000;

function addRow(
  means: BlockMeans,
  block: number,
  { from: first, to: last, shares }: ShareRow,
  there: Samples,
  beneath: number,
  tile: Samples,
  from: number,
  channels: number,
): void {
  let [a, b] = [beneath + first * channels, from + first * channels];
  for (let x = first; x < last; x++, a += channels, b += channels) {
    if (shares[x] === 1) continue;
    const at = block + ((x / blockSide) | 0);
    means.count[at]++;
    for (let channel = 0, to = at * channels; channel < channels; channel++, to++) {
      means.there[to] += there[a + channel];
      means.tile[to] += tile[b + channel];
    }
  }
}
