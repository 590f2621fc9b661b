import { depthOf, fullScale } from '../model/samples';
import type { Samples } from '../model/state';

/** Straight color of a composite that stands in the file as if laid on `white`; where nothing is, white stays. */
export function withoutWhite(color: Samples, alpha: Samples, white: number): Samples {
  const full = fullScale(depthOf(color));
  const straight = color.slice();
  const kept = keeper(color);
  for (let i = 0; i < straight.length; i++) {
    const coverage = alpha[i] ?? full;
    if (coverage === full || coverage === 0) continue;
    straight[i] = kept(white + (((color[i] ?? 0) - white) * full) / coverage);
  }
  return straight;
}

/** The way back: straight color laid on white. */
export function ontoWhite(color: Samples, alpha: Samples, white: number): Samples {
  const full = fullScale(depthOf(color));
  const matted = color.slice();
  const kept = keeper(color);
  for (let i = 0; i < matted.length; i++) {
    const coverage = alpha[i] ?? full;
    if (coverage !== full) matted[i] = kept(white + (((color[i] ?? 0) - white) * coverage) / full);
  }
  return matted;
}

/** Whole values in range; at 32 bit any value is one. */
function keeper(samples: Samples): (value: number) => number {
  const depth = depthOf(samples);
  const full = fullScale(depth);
  return depth === 32 ? (value) => value : (value) => Math.min(full, Math.max(0, Math.round(value)));
}
