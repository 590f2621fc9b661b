import type { Samples } from '../model/state';

/** Straight color of a composite that stands in the file as if laid on white; where nothing is, white stays. */
export function withoutWhite(color: Samples, alpha: Samples): Samples {
  const full = scaleOf(color);
  const straight = color.slice();
  for (let i = 0; i < straight.length; i++) {
    const coverage = alpha[i] ?? full;
    if (coverage === full || coverage === 0) continue;
    const value = full + (((color[i] ?? 0) - full) * full) / coverage;
    straight[i] = Math.min(full, Math.max(0, Math.round(value)));
  }
  return straight;
}

/** The way back: straight color laid on white. */
export function ontoWhite(color: Samples, alpha: Samples): Samples {
  const full = scaleOf(color);
  const matted = color.slice();
  for (let i = 0; i < matted.length; i++) {
    const coverage = alpha[i] ?? full;
    if (coverage !== full) matted[i] = Math.round(full + (((color[i] ?? 0) - full) * coverage) / full);
  }
  return matted;
}

function scaleOf(samples: Samples): number {
  if (samples instanceof Uint8Array) return 255;
  return samples instanceof Uint16Array ? 32768 : 1;
}
