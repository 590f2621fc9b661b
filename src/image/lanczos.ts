/** Which samples make up each sample of the result: `count` weights from `starts` on, that add up to 1. */
export interface Taps {
  readonly starts: Int32Array;
  readonly weights: Float32Array;
  readonly count: number;
}

/**
 * Weights to bring a line of `from` samples to `to`. When it gets shorter the kernel is widened, so that nothing finer
 * than the result can show is left. The result covers `span` samples of the line, from `begin` on; either may be a fraction,
 * and the line may end before.
 */
export function lanczosTaps(from: number, to: number, span = from, begin = 0): Taps {
  const scale = span / to;
  const stretch = Math.max(1, scale);
  const count = Math.min(from, Math.ceil(2 * lobes * stretch) + 1);
  const starts = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let i = 0; i < to; i++) {
    const center = begin + (i + 0.5) * scale - 0.5;
    const start = Math.floor(center - lobes * stretch) + 1;
    starts[i] = Math.max(0, Math.min(start, from - count));
    for (let tap = start; tap <= center + lobes * stretch; tap++) {
      // beyond the ends the line goes on as it ended
      const inside = Math.min(Math.max(tap, 0), from - 1) - starts[i];
      weights[i * count + inside] += lanczos((tap - center) / stretch);
    }
    normalize(weights.subarray(i * count, (i + 1) * count));
  }
  return { starts, weights, count };
}

const lobes = 3;

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= lobes) return 0;
  const angle = Math.PI * x;
  return (lobes * Math.sin(angle) * Math.sin(angle / lobes)) / (angle * angle);
}

function normalize(weights: Float32Array): void {
  let sum = 0;
  for (const weight of weights) sum += weight;
  for (let i = 0; i < weights.length; i++) weights[i] /= sum;
}
