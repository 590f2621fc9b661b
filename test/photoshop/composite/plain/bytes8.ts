import type { Lines } from '../lines';

/** `PlainBlends` over 8 bit. */

/** Each value as a Float32Array would hold it. */
const unitOf = Float64Array.from({ length: 256 }, (_, value) => Math.fround(value * (1 / 255)));

export function replaceWith(target: Float32Array, source: Uint8Array, lines: Lines): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const units = unitOf;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++) target[t] = units[source[s]];
  }
}

export function mixEvenly(target: Float32Array, source: Uint8Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const units = unitOf;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++) {
      const backdrop = target[t];
      target[t] = backdrop + (units[source[s]] - backdrop) * way;
    }
  }
}

export function mixBy(target: Float32Array, source: Uint8Array, lines: Lines, ways: Float64Array): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const units = unitOf;
  for (let y = 0, i = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++, i++) {
      const way = ways[i];
      const backdrop = target[t];
      if (way === 1) target[t] = units[source[s]];
      else if (way !== 0) target[t] = backdrop + (units[source[s]] - backdrop) * way;
    }
  }
}

export function multiplyEvenly(target: Float32Array, source: Uint8Array, lines: Lines, way: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const units = unitOf;
  for (let y = 0; y < height; y++) {
    const end = targetStart + y * targetStride + width;
    for (let t = end - width, s = sourceStart + y * sourceStride; t < end; t++, s++) {
      const backdrop = target[t];
      const own = units[source[s]];
      const goal = own + (backdrop * own - own);
      target[t] = backdrop + (goal - backdrop) * way;
    }
  }
}
