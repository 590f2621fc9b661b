import type { Lines } from '../lines';

/** `PlainBlends` over 16 bit in the bytes of a file: from 0 to 65535 to 0 to 32768, rounded, to 0 to 1. */

const scale = 1 / 32768;

export function replaceWith(target: Float32Array, source: Uint8Array, lines: Lines): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s += 2) {
      target[t] = ((((source[s] << 8) | source[s + 1]) + 1) >> 1) * scale;
    }
  }
}

export function mixEvenly(target: Float32Array, source: Uint8Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s += 2) {
      const own = ((((source[s] << 8) | source[s + 1]) + 1) >> 1) * scale;
      const backdrop = target[t];
      target[t] = backdrop + (own - backdrop) * way;
    }
  }
}

export function mixBy(target: Float32Array, source: Uint8Array, lines: Lines, ways: Float64Array): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s += 2, i++) {
      const own = ((((source[s] << 8) | source[s + 1]) + 1) >> 1) * scale;
      const way = ways[i];
      const backdrop = target[t];
      if (way === 1) target[t] = own;
      else if (way !== 0) target[t] = backdrop + (own - backdrop) * way;
    }
  }
}

export function multiplyEvenly(target: Float32Array, source: Uint8Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s += 2) {
      const own = ((((source[s] << 8) | source[s + 1]) + 1) >> 1) * scale;
      const backdrop = target[t];
      const goal = own + (backdrop * own - own);
      target[t] = backdrop + (goal - backdrop) * way;
    }
  }
}
