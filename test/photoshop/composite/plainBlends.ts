import type { Lines } from './lines';

/**
 * The plain cases, on a backdrop that lets nothing shine through: each does in one pass what the formula of `blendOnto`
 * comes down to there, to the last bit.
 */

/** Normal, as opaque as can be. */
export function replaceWith(target: Float32Array, source: Float32Array, lines: Lines): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const s = sourceStart + y * sourceStride;
    target.set(source.subarray(s, s + width), targetStart + y * targetStride);
  }
}

/** Normal, equally faint everywhere. */
export function mixEvenly(target: Float32Array, source: Float32Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const t = targetStart + y * targetStride;
    const s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++) target[t + x] += (source[s + x] - target[t + x]) * way;
  }
}

/** Normal, with a way to go for every pixel. */
export function mixBy(target: Float32Array, source: Float32Array, lines: Lines, ways: Float64Array): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    const t = targetStart + y * targetStride;
    const s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++) {
      const way = ways[i];
      if (way === 0) continue;
      if (way === 1) target[t + x] = source[s + x];
      else target[t + x] += (source[s + x] - target[t + x]) * way;
    }
  }
}

/** Multiply, equally faint everywhere. */
export function multiplyEvenly(target: Float32Array, source: Float32Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const t = targetStart + y * targetStride;
    const s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++) {
      const backdrop = target[t + x];
      const own = source[s + x];
      const goal = own + (backdrop * own - own);
      target[t + x] = backdrop + (goal - backdrop) * way;
    }
  }
}
