import { heightOf, widthOf } from '../../model/rects';
import { copyRegion, createSamples, depthOf } from '../../model/samples';
import type { Coverage, Samples } from '../../model/state';
import type { Rect } from '../../model/state';
import { trimCoverage } from '../imaging/coverage';

/** A feathered selection: a Gaussian whose standard deviation is the radius. */
export function blurred(selection: Coverage, radius: number): Coverage | undefined {
  const spread = padded(selection, Math.ceil(radius * 3));
  const size = { width: widthOf(spread.bounds), height: heightOf(spread.bounds) };
  const across = pass(spread.samples, size.width, size.height, 1, size.width, radius);
  const down = pass(across, size.height, size.width, size.width, 1, radius);
  return trimCoverage({ bounds: spread.bounds, samples: spread.samples.map((_, index) => Math.round(down[index])) });
}

function pass(
  from: ArrayLike<number>,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  radius: number,
): Float64Array {
  const reach = Math.ceil(radius * 3);
  const kernel = Array.from({ length: reach + 1 }, (_, x) => Math.exp(-(x * x) / (2 * radius * radius)));
  const sum = kernel[0] + 2 * kernel.slice(1).reduce((total, weight) => total + weight, 0);
  const result = new Float64Array(from.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let value = 0;
      for (let x = Math.max(-reach, -at); x <= Math.min(reach, length - 1 - at); x++) {
        value += kernel[Math.abs(x)] * from[line * lineStep + (at + x) * step];
      }
      result[line * lineStep + at * step] = value / sum;
    }
  }
  return result;
}

/** Wider or narrower by whole pixels all around, in a circle. */
export function grown(selection: Coverage, pixels: number, direction: 'expand' | 'contract'): Coverage | undefined {
  const spread = padded(selection, Math.ceil(pixels) + 1);
  const width = widthOf(spread.bounds);
  const pick = direction === 'expand' ? Math.max : Math.min;
  const reach = Math.floor(pixels);
  let samples: Samples = spread.samples;
  for (let y = -reach; y <= reach; y++) {
    const half = Math.floor(Math.sqrt(pixels * pixels - y * y));
    samples = combineShifted(samples, spread.samples, width, y, half, pick);
  }
  return trimCoverage({ bounds: spread.bounds, samples });
}

function combineShifted(
  best: Samples,
  source: Samples,
  width: number,
  y: number,
  half: number,
  pick: (a: number, b: number) => number,
): Samples {
  const height = source.length / width;
  return best.map((value, index) => {
    const [column, row] = [index % width, Math.floor(index / width) + y];
    if (row < 0 || row >= height) return pick(value, 0);
    let result = value;
    for (let x = column - half; x <= column + half; x++) {
      result = pick(result, x < 0 || x >= width ? 0 : source[row * width + x]);
    }
    return result;
  });
}

function padded({ bounds, samples }: Coverage, margin: number): Coverage {
  const wide: Rect = {
    left: bounds.left - margin,
    top: bounds.top - margin,
    right: bounds.right + margin,
    bottom: bounds.bottom + margin,
  };
  const plane = createSamples(depthOf(samples), widthOf(wide) * heightOf(wide));
  copyRegion(samples, bounds, plane, wide);
  return { bounds: wide, samples: plane };
}
