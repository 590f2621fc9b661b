import { heightOf, intersectRects, isEmptyRect, widthOf } from './rects';
import type { Depth, Planes, Rect, Samples } from './state';

export function createSamples(depth: Depth, length: number): Samples {
  if (depth === 8) return new Uint8Array(length);
  if (depth === 16) return new Uint16Array(length);
  return new Float32Array(length);
}

/** The value of full white, or of full opacity. */
export function fullScale(depth: Depth): number {
  if (depth === 8) return 255;
  if (depth === 16) return 32768;
  return 1;
}

export function depthOf(samples: Samples): Depth {
  if (samples instanceof Uint8Array) return 8;
  return samples instanceof Uint16Array ? 16 : 32;
}

/** Copies what both rectangles cover from one plane into another. */
export function copyRegion(source: Samples, from: Rect, target: Samples, to: Rect): void {
  const common = intersectRects(from, to);
  if (isEmptyRect(common)) return;
  const width = widthOf(common);
  for (let y = common.top; y < common.bottom; y++) {
    const start = (y - from.top) * widthOf(from) + common.left - from.left;
    target.set(source.subarray(start, start + width), (y - to.top) * widthOf(to) + common.left - to.left);
  }
}

/** The part of a plane that `part` covers, `outside` where the plane does not reach. */
export function regionOf(source: Samples, bounds: Rect, part: Rect, outside: number): Samples {
  const region = createSamples(depthOf(source), widthOf(part) * heightOf(part));
  if (outside !== 0) region.fill(outside);
  copyRegion(source, bounds, region, part);
  return region;
}

/** Planes of interleaved values; a component beyond the colors is alpha. */
export function planesOf(data: Samples, components: number, colorChannels: number): Planes {
  const depth = depthOf(data);
  const count = data.length / components;
  const planes = Array.from({ length: components }, (_, channel) => {
    const plane = createSamples(depth, count);
    for (let i = 0, at = channel; i < count; i++, at += components) plane[i] = data[at] ?? 0;
    return plane;
  });
  const alpha = planes[colorChannels];
  const color = planes.slice(0, colorChannels);
  return alpha ? { color, alpha } : { color };
}

/** The same values, channel by channel within each pixel, alpha last. */
export function interleave({ color, alpha }: Planes): Samples {
  const planes = alpha ? [...color, alpha] : color;
  const first = planes[0] ?? new Uint8Array(0);
  const data = createSamples(depthOf(first), first.length * planes.length);
  planes.forEach((plane, channel) => {
    for (let i = 0, at = channel; i < plane.length; i++, at += planes.length) data[at] = plane[i] ?? 0;
  });
  return data;
}
