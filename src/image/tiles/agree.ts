import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster, type Samples, samplesLike } from '../raster';
import type { BlockMeans } from './blocks';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, imul, max, min } = Math;

/** What makes the colors of a tile those of its neighbors, per channel of color. */
export interface Tint {
  readonly gain: number;
  /** In the tile's own values. */
  readonly offset: number;
}

/** Fewer blocks than this say nothing about a tint. */
const fewestBlocks = 40;
/** Of full scale: below it nothing is changed; a difference that is larger is none of tint. */
const leastTint = 0.2 / 255;
const strongestTint = 40 / 255;
/** Of full scale: where pictures differ by as much from block to block, their tint is half guessed. */
const doubtful = 10 / 255;
/** Pulls the gain to 1 where the common part is too plain to tell it from an offset; variance of full scale. */
const pull = 1e-4;
const rounds = 12;

/**
 * What a tile's colors lack to be those of what lies beneath, by the blocks that both cover. What differs in only some of
 * them counts little: iteratively reweighted least squares with weights of Cauchy's. Nothing where they agree as they are.
 */
export function* tintsOf(means: BlockMeans, { channels, data }: Raster): Sliced<readonly Tint[] | undefined> {
  const full = fullScaleOf(data);
  const colors = channels % 2 === 0 ? channels - 1 : channels;
  const blocks = covered(means);
  if (blocks.length < fewestBlocks) return undefined;
  const tints: Tint[] = [];
  for (let channel = 0; channel < colors; channel++) {
    const there = Float64Array.from(blocks, (block) => means.there[block * channels + channel] / full);
    const tile = Float64Array.from(blocks, (block) => means.tile[block * channels + channel] / full);
    tints.push(yield* tintOf(there, tile));
  }
  if (tints.every(({ gain, offset }) => gain === 1 && offset === 0)) return undefined;
  return tints.map(({ gain, offset }) => ({ gain, offset: offset * full }));
}

/** So many say all that there is to know. */
const mostBlocks = 4000;

function covered({ count }: BlockMeans): readonly number[] {
  const blocks = [...count.keys()].filter((block) => count[block] > 0);
  const step = Math.ceil(blocks.length / mostBlocks);
  return blocks.filter((_, index) => index % step === 0);
}

/** They agree. */
export const none: Tint = { gain: 1, offset: 0 };

function* tintOf(there: Float64Array, tile: Float64Array): Sliced<Tint> {
  const middle = medianOf(tile);
  let [gain, offset] = [1, medianOf(there.map((value, i) => value - tile[i]))];
  let spread = 0;
  for (let round = 0; round < rounds; round++) {
    const errors = there.map((value, i) => abs(value - (gain * (tile[i] - middle) + middle + offset)));
    spread = medianOf(errors);
    const width = max(1.5 * spread, 0.5 / 255);
    let [weights, x, y, xx, xy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < tile.length; i++) {
      const weight = 1 / (1 + (errors[i] / width) ** 2);
      const [at, difference] = [tile[i] - middle, there[i] - tile[i]];
      weights += weight;
      x += weight * at;
      y += weight * difference;
      xx += weight * at * at;
      xy += weight * at * difference;
    }
    const slope = (xy - (x * y) / weights) / (xx - (x * x) / weights + pull * weights);
    gain = 1 + slope;
    offset = (y - slope * x) / weights;
    yield;
  }
  const dose = 1 / (1 + (spread / doubtful) ** 2);
  const most = max(...tile.map((value) => abs((gain - 1) * (value - middle) + offset)));
  if (most < leastTint || abs(offset) > strongestTint) return none;
  return { gain: 1 + dose * (gain - 1), offset: dose * (offset - (gain - 1) * middle) };
}

function medianOf(values: Float64Array): number {
  return values.slice().sort()[values.length >> 1];
}

/** The tile in its neighbors' colors. Rounding is spread by a noise that is the same every time. */
export function* applyTints(tile: Raster, tints: readonly Tint[]): Sliced<Raster> {
  const { width, height, channels, data } = tile;
  const tinted = { ...tile, data: samplesLike(data, data.length) };
  tinted.data.set(data);
  const rows = rowsPerPiece(width * channels, 16);
  for (let y = 0; y < height; y++) {
    tints.forEach((tint, channel) => tintRow(tinted.data, y * width, width, channels, channel, tint));
    if (y % rows === rows - 1) yield y / height;
  }
  return tinted;
}

function tintRow(
  data: Samples,
  row: number,
  width: number,
  channels: number,
  channel: number,
  { gain, offset }: Tint,
): void {
  const noise = createNoise(data, row + channel);
  const end = (row + width) * channels;
  for (let i = row * channels + channel; i < end; i += channels) data[i] = noise(data[i] * gain + offset);
}

/** Makes values whole within the scale, by chance up or down; at 32 bit they stay as they are. */
export function createNoise(data: Samples, seed: number): (value: number) => number {
  if (data instanceof Float32Array) return (value) => value;
  const full = fullScaleOf(data);
  let state = imul(seed + 1, 0x9e3779b1) >>> 0;
  return (value) => {
    state = (imul(state, 1664525) + 1013904223) >>> 0;
    return min(full, max(0, value + state / 0x100000000));
  };
}
