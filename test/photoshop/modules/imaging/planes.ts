import type { Depth, LazyPlanes, Planes, Rect, Samples } from '../../model/state';
import { heightOf, intersect, isEmpty, widthOf } from './rect';

/** A piece of a picture and where it stands. */
export interface Block {
  readonly bounds: Rect;
  readonly planes: Planes;
}

const held = new WeakMap<LazyPlanes, Planes>();

/** Planes that are there already, in the form of planes that are read when they are asked for. */
export function lazy(planes: Planes): LazyPlanes {
  const pixels = { read: () => planes };
  held.set(pixels, planes);
  return pixels;
}

/** The arrays that are in memory for these planes. */
export function heldBy(pixels: LazyPlanes): readonly Samples[] {
  const planes = held.get(pixels);
  return planes ? [...planes.color, ...(planes.alpha ? [planes.alpha] : [])] : [];
}

export function fullScale(samples: Samples): number {
  if (samples instanceof Uint8Array) return 255;
  return samples instanceof Uint16Array ? 32768 : 1;
}

export function depthOfSamples(samples: Samples): Depth {
  if (samples instanceof Uint8Array) return 8;
  return samples instanceof Uint16Array ? 16 : 32;
}

export function samplesOf(depth: Depth, length: number): Samples {
  if (depth === 8) return new Uint8Array(length);
  return depth === 16 ? new Uint16Array(length) : new Float32Array(length);
}

export function filled(depth: Depth, length: number, share: 0 | 1): Samples {
  const samples = samplesOf(depth, length);
  return share === 0 ? samples : samples.fill(fullScale(samples));
}

/** The part of a plane over `from` that lies in `to`, which is inside it. */
export function cropPlane(plane: Samples, from: Rect, to: Rect): Samples {
  const width = widthOf(to);
  const cropped = samplesOf(depthOfSamples(plane), width * heightOf(to));
  for (let y = to.top; y < to.bottom; y++) {
    const start = (y - from.top) * widthOf(from) + to.left - from.left;
    cropped.set(plane.subarray(start, start + width), (y - to.top) * width);
  }
  return cropped;
}

export function cropBlock({ bounds, planes }: Block, to: Rect): Block {
  const alpha = planes.alpha && cropPlane(planes.alpha, bounds, to);
  return {
    bounds: to,
    planes: { color: planes.color.map((plane) => cropPlane(plane, bounds, to)), ...(alpha && { alpha }) },
  };
}

/** Writes the part of `source` that lies in `target`; `target` is changed. */
export function pastePlane(target: Samples, targetBounds: Rect, source: Samples, sourceBounds: Rect): void {
  const common = intersect(targetBounds, sourceBounds);
  if (isEmpty(common)) return;
  const width = widthOf(common);
  for (let y = common.top; y < common.bottom; y++) {
    const from = (y - sourceBounds.top) * widthOf(sourceBounds) + common.left - sourceBounds.left;
    const to = (y - targetBounds.top) * widthOf(targetBounds) + common.left - targetBounds.left;
    target.set(source.subarray(from, from + width), to);
  }
}

/** The smallest rectangle that holds all that is not zero; empty where nothing is. */
export function contentOf(plane: Samples, bounds: Rect): Rect {
  const width = widthOf(bounds);
  let [left, right, top, bottom] = [width, 0, -1, 0];
  for (let y = 0; y < heightOf(bounds); y++) {
    const row = y * width;
    let first = 0;
    while (first < width && plane[row + first] === 0) first++;
    if (first === width) continue;
    let last = width;
    while (plane[row + last - 1] === 0) last--;
    left = Math.min(left, first);
    right = Math.max(right, last);
    if (top < 0) top = y;
    bottom = y + 1;
  }
  if (top < 0) return { left: bounds.left, top: bounds.top, right: bounds.left, bottom: bounds.top };
  return {
    left: bounds.left + left,
    top: bounds.top + top,
    right: bounds.left + right,
    bottom: bounds.top + bottom,
  };
}

/** Row by row, all components of a pixel side by side. */
export function interleave(planes: readonly Samples[], depth: Depth): Samples {
  const count = planes.length;
  const [first] = planes;
  if (count === 1 && first) return first.slice();
  const chunky = samplesOf(depth, (first?.length ?? 0) * count);
  planes.forEach((plane, component) => {
    for (let index = 0, at = component; index < plane.length; index++, at += count) chunky[at] = plane[index];
  });
  return chunky;
}

export function deinterleave(chunky: Samples, components: number): readonly Samples[] {
  const length = chunky.length / components;
  return Array.from({ length: components }, (_, component) => {
    const plane = samplesOf(depthOfSamples(chunky), length);
    for (let index = 0, at = component; index < length; index++, at += components) plane[index] = chunky[at];
    return plane;
  });
}

/** The same values at another depth, rounded to the nearest step. */
export function toDepth(plane: Samples, depth: Depth): Samples {
  if (depthOfSamples(plane) === depth) return plane;
  const converted = samplesOf(depth, plane.length);
  const scale = fullScale(converted) / fullScale(plane);
  for (let index = 0; index < plane.length; index++) {
    const value = plane[index] * scale;
    converted[index] = depth === 32 ? value : Math.max(0, Math.min(fullScale(converted), Math.round(value)));
  }
  return converted;
}
