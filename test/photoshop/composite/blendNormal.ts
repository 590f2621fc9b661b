import type { Lines } from './blend';
import type { Buffer } from './buffer';

/** What `blendOnto` does for the normal mode and three channels, in one pass: by far the most frequent case. */
export function blendNormal(target: Buffer, source: Buffer, lines: Lines, opacity: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const [red, green, blue] = target.color;
  const [ownRed, ownGreen, ownBlue] = source.color;
  const below = target.alpha;
  const above = source.alpha;
  for (let y = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, t++, s++) {
      const as = above[s] * opacity;
      if (as === 0) continue;
      if (as === 1) {
        red[t] = ownRed[s];
        green[t] = ownGreen[s];
        blue[t] = ownBlue[s];
        below[t] = 1;
        continue;
      }
      const ab = below[t];
      const ar = ab === 1 ? 1 : as + ab * (1 - as);
      const way = as / ar;
      red[t] += (ownRed[s] - red[t]) * way;
      green[t] += (ownGreen[s] - green[t]) * way;
      blue[t] += (ownBlue[s] - blue[t]) * way;
      below[t] = ar;
    }
  }
}
