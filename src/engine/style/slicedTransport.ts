import { createRandom, type Random } from '../../base/random';
import type { Sliced } from '../../base/slices';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { cos, max, min, PI, sin, sqrt } = Math;

/** Each turn moves the samples along three directions at right angles. */
const turns = 10;

/** Steps in which the samples along a direction are counted. */
const bins = 512;

/**
 * Moves samples, in place, until their distribution is that of the reference: along one direction after another, what is
 * darker than a share of the samples becomes what is darker than that share of the reference (Pitié, Kokaram, Dahyot
 * 2007; Rabin, Peyré, Delon, Bernot: Wasserstein Barycenter and Its Application to Texture Mixing, 2011). Three values a
 * sample.
 */
export function* transport(samples: Float32Array, reference: Float32Array, seed: number): Sliced<void> {
  const random = createRandom(seed);
  const shadow = new Float32Array(samples.length / 3);
  const wanted = new Float32Array(reference.length / 3);
  const moves = new Float32Array(samples.length);
  for (let turn = 0; turn < turns; turn++) {
    const axes = rightAngles(random);
    moves.fill(0);
    for (let axis = 0; axis < 9; axis += 3) {
      cast(shadow, samples, axes, axis);
      cast(wanted, reference, axes, axis);
      addMoves(moves, shadow, wanted, axes, axis);
      yield (turn * 3 + axis / 3 + 1) / (turns * 3);
    }
    for (let i = 0; i < samples.length; i++) samples[i] += moves[i];
  }
}

function cast(shadow: Float32Array, samples: Float32Array, axes: Float64Array, axis: number): void {
  const x = axes[axis];
  const y = axes[axis + 1];
  const z = axes[axis + 2];
  for (let i = 0; i < shadow.length; i++) {
    shadow[i] = samples[i * 3] * x + samples[i * 3 + 1] * y + samples[i * 3 + 2] * z;
  }
}

function addMoves(
  moves: Float32Array,
  shadow: Float32Array,
  wanted: Float32Array,
  axes: Float64Array,
  axis: number,
): void {
  const low = min(leastOf(shadow), leastOf(wanted));
  const scale = (bins - 1) / max(1e-6, mostOf(shadow) - low, mostOf(wanted) - low);
  const map = mapBetween(countBelow(shadow, low, scale), countBelow(wanted, low, scale));
  for (let i = 0; i < shadow.length; i++) {
    const at = (shadow[i] - low) * scale;
    const bin = min(bins - 2, at | 0);
    const move = (map[bin] + (map[bin + 1] - map[bin]) * (at - bin) - at) / scale;
    moves[i * 3] += move * axes[axis];
    moves[i * 3 + 1] += move * axes[axis + 1];
    moves[i * 3 + 2] += move * axes[axis + 2];
  }
}

/** The share of the values that lies below each bin's place; each value is split between the two bins beside it. */
function countBelow(values: Float32Array, low: number, scale: number): Float64Array {
  const counts = new Float64Array(bins);
  for (let i = 0; i < values.length; i++) {
    const at = (values[i] - low) * scale;
    const bin = min(bins - 2, at | 0);
    counts[bin] += bin + 1 - at;
    counts[bin + 1] += at - bin;
  }
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    const own = counts[bin] / values.length;
    counts[bin] = sum + own / 2;
    sum += own;
  }
  return counts;
}

/** Where each bin's place goes, in bins, so that the shares below are alike. */
function mapBetween(given: Float64Array, wanted: Float64Array): Float64Array {
  const map = new Float64Array(bins);
  let bin = 0;
  for (let i = 0; i < bins; i++) {
    while (bin < bins - 2 && wanted[bin + 1] <= given[i]) bin++;
    const step = wanted[bin + 1] - wanted[bin];
    map[i] = bin + (step > 1e-12 ? max(0, min(1, (given[i] - wanted[bin]) / step)) : 0.5);
  }
  return map;
}

function leastOf(values: Float32Array): number {
  let least = Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] < least) least = values[i];
  return least;
}

function mostOf(values: Float32Array): number {
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}

/** Three directions at right angles, evenly drawn: the rows of the matrix of a random unit quaternion (Shoemake 1992). */
function rightAngles(random: Random): Float64Array {
  const [u, v, w] = [random.share(), random.share() * 2 * PI, random.share() * 2 * PI];
  const [a, b] = [sqrt(1 - u), sqrt(u)];
  const [x, y, z, q] = [a * sin(v), a * cos(v), b * sin(w), b * cos(w)];
  return Float64Array.of(
    ...[1 - 2 * (y * y + z * z), 2 * (x * y - q * z), 2 * (x * z + q * y)],
    ...[2 * (x * y + q * z), 1 - 2 * (x * x + z * z), 2 * (y * z - q * x)],
    ...[2 * (x * z - q * y), 2 * (y * z + q * x), 1 - 2 * (x * x + y * y)],
  );
}
