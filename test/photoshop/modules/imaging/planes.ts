import { createSamples, depthOf, fullScale, regionOf } from '../../model/samples';
import type { Depth, Rect, Samples } from '../../model/state';
import type { PixelBlock } from '../../model/withPixels';

export function fullScaleOf(samples: Samples): number {
  return fullScale(depthOf(samples));
}

export function filled(depth: Depth, length: number, share: 0 | 1): Samples {
  const samples = createSamples(depth, length);
  return share === 0 ? samples : samples.fill(fullScale(depth));
}

/** The part of a block that lies in `to`, which is inside it. */
export function cropBlock({ bounds, planes }: PixelBlock, to: Rect): PixelBlock {
  const crop = (plane: Samples) => regionOf(plane, bounds, to, 0);
  const { color, alpha } = planes;
  return { bounds: to, planes: { color: color.map(crop), ...(alpha && { alpha: crop(alpha) }) } };
}

/** The same values at another depth, rounded to the nearest step. */
export function toDepth(plane: Samples, depth: Depth): Samples {
  if (depthOf(plane) === depth) return plane;
  const converted = createSamples(depth, plane.length);
  const full = fullScale(depth);
  const scale = full / fullScaleOf(plane);
  for (let index = 0; index < plane.length; index++) {
    const value = plane[index] * scale;
    converted[index] = depth === 32 ? value : Math.max(0, Math.min(full, Math.round(value)));
  }
  return converted;
}
