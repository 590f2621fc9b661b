import { multiply, withEigenvalues } from './symmetric';

const { max, min, sqrt } = Math;

/** A color moved as a whole: `matrix` · (color - `from`) + `to`. */
export interface Affine {
  readonly matrix: Float64Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/**
 * What a spread is widened by before it is compared, so that a picture without color or contrast is not blown up to
 * grain.
 */
const softening = 0.0009;

/** Nothing is stretched or squeezed further. */
const mostGain = 1.8;
const leastGain = 0.45;

/**
 * The least move that gives samples the mean and the spread of others: optimal transport between two Gaussians (Pitié,
 * Kokaram: The Linear Monge-Kantorovitch Linear Colour Mapping, CVMP 2007). Three values a sample.
 */
export function transportOf(source: Float32Array, reference: Float32Array): Affine {
  const from = meanOf(source);
  const to = meanOf(reference);
  const [given, wanted] = [spreadOf(source, from), spreadOf(reference, to)];
  const root = withEigenvalues(given, (value) => sqrt(max(0, value)));
  const inverse = withEigenvalues(given, (value) => 1 / sqrt(max(1e-9, value)));
  const middle = withEigenvalues(multiply(multiply(root, wanted), root), (value) => sqrt(max(0, value)));
  const matrix = multiply(multiply(inverse, middle), inverse);
  return { matrix: withEigenvalues(matrix, (gain) => min(mostGain, max(leastGain, gain))), from, to };
}

/** Moves the colors of `samples` from `start` to `end` (in samples), into `moved`. */
export function moveColors(
  moved: Float32Array,
  { matrix, from, to }: Affine,
  samples: Float32Array,
  start: number,
  end: number,
): void {
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = matrix;
  for (let at = start * 3; at < end * 3; at += 3) {
    const x = samples[at] - from[0];
    const y = samples[at + 1] - from[1];
    const z = samples[at + 2] - from[2];
    moved[at] = m0 * x + m1 * y + m2 * z + to[0];
    moved[at + 1] = m3 * x + m4 * y + m5 * z + to[1];
    moved[at + 2] = m6 * x + m7 * y + m8 * z + to[2];
  }
}

function meanOf(samples: Float32Array): Float64Array {
  const mean = new Float64Array(3);
  for (let at = 0; at < samples.length; at++) mean[at % 3] += samples[at];
  return mean.map((sum) => (sum * 3) / samples.length);
}

function spreadOf(samples: Float32Array, mean: Float64Array): Float64Array {
  const spread = new Float64Array(9);
  for (let at = 0; at < samples.length; at += 3) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) spread[i * 3 + j] += (samples[at + i] - mean[i]) * (samples[at + j] - mean[j]);
    }
  }
  return spread.map((sum, i) => (sum * 3) / samples.length + (i % 4 === 0 ? softening : 0));
}
