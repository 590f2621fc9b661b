import type { Buffer, Source } from './buffer';
import type { Drawing } from './drawing';
import type { Lines } from './lines';

/** as / ar for every pixel of the common area, as precise as a Float32Array. */
export function shareOf(
  { alpha: below, isFull }: Buffer,
  source: Source,
  lines: Lines,
  opacity: number,
  { arena }: Drawing,
): Float32Array {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const share = arena.floats(width * height);
  if (isFull && source.isFull) return share.fill(opacity);
  const above = source.alpha;
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++, t++, s++) {
      const as = above[s] * opacity;
      const ab = below[t];
      if (as > 0) share[i] = ab >= 1 ? as : as / (as + ab * (1 - as));
      else share[i] = 0;
    }
  }
  return share;
}

/** Adds the coverage of `source` to that of `target`; what is full stays so. */
export function coverMore(target: Buffer, source: Source, lines: Lines, opacity: number): void {
  if (target.isFull) return;
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const [below, above] = [target.alpha, source.alpha];
  for (let y = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, t++, s++) {
      const as = above[s] * opacity;
      if (as > 0) below[t] = as + below[t] * (1 - as);
    }
  }
}
