import type { Sliced } from '../base/slices';
import { samplesLike, type Samples } from './raster';
import type { Size } from './rect';

interface Plane<S extends Samples> extends Size {
  readonly data: S;
}

/** Averages over blocks of `across` by `down` samples; the last ones may be smaller. Straight alpha weighs the colors. */
export function* reduceByWhole<S extends Samples>(
  { width, height, data }: Plane<S>,
  channels: number,
  across: number,
  down: number,
): Sliced<S> {
  const columns = Math.ceil(width / across);
  const rows = Math.ceil(height / down);
  const reduced = samplesLike(data, columns * rows * channels);
  const sums = new Float64Array(columns * channels);
  const half = data instanceof Float32Array ? 0 : 0.5;
  for (let y = 0; y < rows; y++) {
    const end = Math.min(height, (y + 1) * down);
    sums.fill(0);
    for (let from = y * down; from < end; from++) {
      if (channels % 2 === 0) addRowWithAlpha(sums, data, from * width, width, channels, across);
      else addRow(sums, data, from * width, width, channels, across);
      if ((from * width) % piece < width) yield;
    }
    storeRow(reduced, y * columns * channels, sums, channels, width, across, end - y * down, half);
  }
  return reduced;
}

/** Pixels, about 2 ms. */
const piece = 300_000;

function addRow(sums: Float64Array, data: Samples, row: number, width: number, channels: number, across: number): void {
  for (let x = 0, from = row * channels, to = 0; x < width; to += channels) {
    for (const end = Math.min(width, x + across); x < end; x++) {
      for (let channel = 0; channel < channels; channel++, from++) sums[to + channel] += data[from];
    }
  }
}

function addRowWithAlpha(
  sums: Float64Array,
  data: Samples,
  row: number,
  width: number,
  channels: number,
  across: number,
): void {
  for (let x = 0, from = row * channels, to = 0; x < width; to += channels) {
    for (const end = Math.min(width, x + across); x < end; x++, from += channels) {
      const alpha = data[from + channels - 1];
      for (let channel = 0; channel < channels - 1; channel++) sums[to + channel] += data[from + channel] * alpha;
      sums[to + channels - 1] += alpha;
    }
  }
}

function storeRow(
  target: Samples,
  at: number,
  sums: Float64Array,
  channels: number,
  width: number,
  across: number,
  down: number,
  half: number,
): void {
  const hasAlpha = channels % 2 === 0;
  for (let i = 0, x = 0; i < sums.length; i += channels, x += across) {
    const pixels = Math.min(across, width - x) * down;
    const alpha = sums[i + channels - 1];
    for (let channel = 0; channel < channels; channel++) {
      const weight = hasAlpha && channel < channels - 1 ? alpha : pixels;
      target[at + i + channel] = weight > 0 ? sums[i + channel] / weight + half : 0;
    }
  }
}
