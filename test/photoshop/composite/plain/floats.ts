import type { Lines } from '../lines';

/** `PlainBlends` over values of 0 to 1. */

export function replaceWith(target: Float32Array, source: Float32Array, lines: Lines): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const s = sourceStart + y * sourceStride;
    target.set(source.subarray(s, s + width), targetStart + y * targetStride);
  }
}

export function mixEvenly(target: Float32Array, source: Float32Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++) {
      const backdrop = target[t];
      target[t] = backdrop + (source[s] - backdrop) * way;
    }
  }
}

export function mixBy(target: Float32Array, source: Float32Array, lines: Lines, ways: Float64Array): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++, i++) {
      const way = ways[i];
      const backdrop = target[t];
      if (way === 1) target[t] = source[s];
      else if (way !== 0) target[t] = backdrop + (source[s] - backdrop) * way;
    }
  }
}

export function multiplyEvenly(target: Float32Array, source: Float32Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++) {
      const backdrop = target[t];
      const own = source[s];
      const goal = own + (backdrop * own - own);
      target[t] = backdrop + (goal - backdrop) * way;
    }
  }
}
