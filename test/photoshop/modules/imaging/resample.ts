import { createSamples, depthOf } from '../../model/samples';
import type { Samples } from '../../model/state';

export interface PlaneSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Area average: each new pixel is the mean of what it covers, partly covered pixels in part. With `weights` (alpha), a
 * pixel counts as much as it is opaque, so that transparent ones lend no color.
 */
export function resamplePlane(plane: Samples, from: PlaneSize, to: PlaneSize, weights?: Samples): Samples {
  const depth = depthOf(plane);
  const resized = createSamples(depth, to.width * to.height);
  const stepX = from.width / to.width;
  const stepY = from.height / to.height;
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const value = meanOf(plane, from, x * stepX, y * stepY, stepX, stepY, weights);
      resized[y * to.width + x] = depth === 32 ? value : Math.round(value);
    }
  }
  return resized;
}

function meanOf(
  plane: Samples,
  { width, height }: PlaneSize,
  left: number,
  top: number,
  across: number,
  down: number,
  weights?: Samples,
): number {
  let [sum, weight] = [0, 0];
  let [plainSum, plainWeight] = [0, 0];
  const right = Math.min(width, left + across);
  const bottom = Math.min(height, top + down);
  for (let y = Math.floor(top); y < bottom; y++) {
    const shareY = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < right; x++) {
      const share = shareY * (Math.min(x + 1, right) - Math.max(x, left));
      const at = y * width + x;
      const counted = weights ? share * weights[at] : share;
      sum += counted * plane[at];
      weight += counted;
      plainSum += share * plane[at];
      plainWeight += share;
    }
  }
  return weight > 0 ? sum / weight : plainSum / plainWeight;
}
