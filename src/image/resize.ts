import { assert } from '../base/assert';
import type { Sliced } from '../base/slices';
import { lanczosTaps, type Taps } from './lanczos';
import type { Mask } from './mask';
import { fullScaleOf, samplesLike, type Raster, type Samples } from './raster';
import type { Rect, Size } from './rect';
import { reduceByWhole } from './reduce';

/** The picture at another size, sharp and without moiré: Lanczos of three lobes. Same depth, channels and space. */
export function* resizeRaster(raster: Raster, size: Size): Sliced<Raster> {
  return { ...raster, ...(yield* resizeSamples(raster, raster.channels, size, wholeOf(raster))) };
}

/** A part of a plane in its own pixels, whose sides may lie between them, or beyond the plane, which goes on as it ended. */
export interface Part extends Size {
  readonly left: number;
  readonly top: number;
}

/** The same for a part of the picture. */
export function* resamplePart(raster: Raster, part: Part, size: Size): Sliced<Raster> {
  return { ...raster, ...(yield* resizeSamples(raster, raster.channels, size, part)) };
}

/** The part of `all`, which shows `whole`, in which `area` of it is seen. */
export function partAt(all: Part, area: Rect, whole: Size): Part {
  const [across, down] = [all.width / whole.width, all.height / whole.height];
  return {
    left: all.left + area.left * across,
    top: all.top + area.top * down,
    width: (area.right - area.left) * across,
    height: (area.bottom - area.top) * down,
  };
}

export function wholeOf({ width, height }: Size): Part {
  return { left: 0, top: 0, width, height };
}

export function* resizeMask(mask: Mask, size: Size): Sliced<Mask> {
  return yield* resizeSamples(mask, 1, size, wholeOf(mask));
}

interface Plane<S extends Samples> extends Size {
  readonly data: S;
}

/**
 * Strong reductions are averaged over whole blocks first, down to three times the size asked for: as good to the eye, and
 * no sample is weighed more often than needed.
 */
function* resizeSamples<S extends Samples>(
  plane: Plane<S>,
  channels: number,
  size: Size,
  part: Part,
): Sliced<Plane<S>> {
  assert(size.width >= 1 && size.height >= 1, 'a size of at least one pixel');
  if (isAsItIs(plane, part, size)) return plane;
  const across = wholeReduction(part.width, size.width);
  const down = wholeReduction(part.height, size.height);
  const data = across * down > 1 ? yield* reduceByWhole(plane, channels, across, down) : plane.data;
  const reduced = { width: Math.ceil(plane.width / across), height: Math.ceil(plane.height / down), data };
  const columns = lanczosTaps(reduced.width, size.width, part.width / across, part.left / across);
  const rows = lanczosTaps(reduced.height, size.height, part.height / down, part.top / down);
  return {
    ...size,
    data: yield* weigh(reduced, channels, columns, rows, samplesLike(plane.data, size.width * size.height * channels)),
  };
}

function isAsItIs(plane: Size, part: Part, size: Size): boolean {
  const isWhole = part.left === 0 && part.top === 0 && part.width === plane.width && part.height === plane.height;
  return isWhole && size.width === plane.width && size.height === plane.height;
}

function wholeReduction(from: number, to: number): number {
  return Math.max(1, Math.floor(from / to / 3));
}

/** Rows are weighed across when they are first needed and kept only as long as one row of the result asks for them. */
function* weigh<S extends Samples>(
  { width, data }: Plane<Samples>,
  channels: number,
  columns: Taps,
  rows: Taps,
  weighed: S,
): Sliced<S> {
  const length = columns.starts.length * channels;
  const ring = Array.from({ length: rows.count }, () => new Float32Array(length));
  const sums = new Float64Array(length);
  const ceiling = data instanceof Float32Array ? Infinity : fullScaleOf(data);
  const hasAlpha = channels % 2 === 0;
  let ready = 0;
  let steps = 0;
  for (let y = 0; y < rows.starts.length; y++) {
    for (ready = Math.max(ready, rows.starts[y]); ready < rows.starts[y] + rows.count; ready++) {
      const across = hasAlpha ? weighAcrossWithAlpha : weighAcross;
      across(ring[ready % rows.count], data, ready * width * channels, channels, columns);
      steps += length * columns.count;
    }
    weighDown(sums, ring, rows, y);
    const store = hasAlpha ? storeWithAlpha : storeOpaque;
    store(weighed, y * length, sums, channels, ceiling);
    steps += length * (rows.count + 2);
    if (steps < stepsPerPiece) continue;
    yield y / rows.starts.length;
    steps = 0;
  }
  return weighed;
}

/** About 2 ms. */
const stepsPerPiece = 1_500_000;

function weighAcross(line: Float32Array, data: Samples, row: number, channels: number, taps: Taps): void {
  const { starts, weights, count } = taps;
  for (let x = 0, out = 0; x < starts.length; x++) {
    for (let channel = 0; channel < channels; channel++, out++) {
      let sum = 0;
      let from = row + starts[x] * channels + channel;
      for (let tap = x * count; tap < (x + 1) * count; tap++, from += channels) sum += weights[tap] * data[from];
      line[out] = sum;
    }
  }
}

/** Colors come out multiplied by their alpha, so that what is not seen does not tint what is. */
function weighAcrossWithAlpha(line: Float32Array, data: Samples, row: number, channels: number, taps: Taps): void {
  const { starts, weights, count } = taps;
  line.fill(0);
  for (let x = 0, out = 0; x < starts.length; x++, out += channels) {
    let from = row + starts[x] * channels;
    for (let tap = x * count; tap < (x + 1) * count; tap++, from += channels) {
      const share = weights[tap] * data[from + channels - 1];
      for (let channel = 0; channel < channels - 1; channel++) line[out + channel] += share * data[from + channel];
      line[out + channels - 1] += share;
    }
  }
}

function weighDown(
  sums: Float64Array,
  ring: readonly Float32Array[],
  { starts, weights, count }: Taps,
  y: number,
): void {
  sums.fill(0);
  for (let tap = 0; tap < count; tap++) {
    const line = ring[(starts[y] + tap) % count];
    const weight = weights[y * count + tap];
    for (let i = 0; i < sums.length; i++) sums[i] += weight * line[i];
  }
}

function storeOpaque(target: Samples, at: number, sums: Float64Array, _channels: number, ceiling: number): void {
  for (let i = 0; i < sums.length; i++) target[at + i] = stored(sums[i], ceiling);
}

function storeWithAlpha(target: Samples, at: number, sums: Float64Array, channels: number, ceiling: number): void {
  for (let i = 0; i < sums.length; i += channels) {
    const alpha = sums[i + channels - 1];
    for (let channel = 0; channel < channels - 1; channel++) {
      target[at + i + channel] = alpha > 0 ? stored(sums[i + channel] / alpha, ceiling) : 0;
    }
    target[at + i + channels - 1] = Math.max(0, stored(alpha, ceiling));
  }
}

/** Whole and inside the scale; at 32 bit as it is. */
function stored(value: number, ceiling: number): number {
  if (ceiling === Infinity) return value;
  return value <= 0 ? 0 : Math.min(ceiling, Math.floor(value + 0.5));
}
