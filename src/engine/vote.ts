import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Field } from './field';
import type { Level } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, ceil, exp, floor, max, min } = Math;

/**
 * Makes the hole anew: each pixel is the mean of what the matched patches covering it say, good matches and patches
 * near the rim counting more (Wexler, Shechtman, Irani: Space-Time Completion of Video, PAMI 2007). `sharpness` above 1
 * lets fewer patches speak. Marks the patches whose pixels changed; the result is the mean change in levels.
 */
export function* vote(level: Level, field: Field, sharpness: number): Sliced<number> {
  const { targets, distance, trust, inside, stale } = field;
  const weight = new Float32Array(targets.length);
  const spread = spreadOf(distance) / sharpness;
  for (let t = 0; t < targets.length; t++) {
    weight[t] = trust[t] * exp(-distance[t] / (2 * spread)) + 1e-20;
  }
  stale.fill(0);
  const scratch = createScratch(field.radius);
  let change = 0;
  yield* inPieces(inside.length, 4000, (from, to) => {
    for (let i = from; i < to; i++) change += votePixel(level, field, weight, scratch, inside[i]);
  });
  return change / max(1, inside.length * level.channels);
}

interface Scratch {
  readonly weights: Float64Array;
  readonly sources: Int32Array;
}

function createScratch(radius: number): Scratch {
  const most = (2 * radius + 1) ** 2;
  return { weights: new Float64Array(most), sources: new Int32Array(most) };
}

/** The 75th percentile of the distances, from a sample of them; never 0. */
function spreadOf(distance: Float32Array): number {
  const step = max(1, floor(distance.length / 4000));
  const sample = new Float32Array(ceil(distance.length / step));
  for (let i = 0; i < sample.length; i++) sample[i] = distance[i * step];
  sample.sort();
  return max(1, sample[floor(sample.length * 0.75)]);
}

function votePixel(level: Level, field: Field, weight: Float32Array, scratch: Scratch, at: number): number {
  const { width, height, channels, guide } = level;
  const { radius, slot, source, stale } = field;
  const { weights, sources } = scratch;
  const x = at % width;
  const y = (at - x) / width;
  const left = max(-radius, radius - x);
  const right = min(radius, width - 1 - radius - x);
  const top = max(-radius, radius - y);
  const bottom = min(radius, height - 1 - radius - y);
  // which known pixels speak, and how loudly; neighbors with one offset speak for the same pixel
  let count = 0;
  let total = 0;
  for (let j = top; j <= bottom; j++) {
    for (let i = left; i <= right; i++) {
      const shift = j * width + i;
      const t = slot[at + shift];
      const from = source[t] - shift;
      const loud = weight[t];
      total += loud;
      if (count > 0 && sources[count - 1] === from) weights[count - 1] += loud;
      else {
        sources[count] = from;
        weights[count++] = loud;
      }
    }
  }
  if (count === 0) return 0;
  // their mean, per channel
  let change = 0;
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weights[i] * guide[sources[i] * channels + c];
    const value = (sum / total + 0.5) | 0;
    change += abs(value - guide[at * channels + c]);
    guide[at * channels + c] = value;
  }
  if (change > channels) {
    for (let j = top; j <= bottom; j++) {
      for (let i = left; i <= right; i++) stale[slot[at + j * width + i]] = 1;
    }
  }
  return change;
}
