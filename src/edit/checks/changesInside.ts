import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { rowsPerPiece } from '../../image/pieces';
import { fullScaleOf, type Samples } from '../../image/raster';
import type { Check, CheckInput } from '../check';

/**
 * The share of the masked pixels that changed. They are judged by the mean of a small block: encoding a picture anew
 * stirs its pixels by many levels, but hardly their means.
 */
export const changesInside: Check = {
  id: 'changesInside',
  label: 'Changed',
  unit: 'percent',
  limit: { kind: 'at-least', value: 1 },
  why: 'Models hand back the picture as it was.',
  measure,
};

/** Pixels; the blocks of JPEG are as large. */
const side = 8;

/** Of a block's mean in any channel, in 8-bit levels. */
const leastChange = 2;

function* measure({ source, patch, mask }: CheckInput): Sliced<number | undefined> {
  const { width, height, channels } = source;
  const least = (leastChange * fullScaleOf(source.data)) / 255;
  const sums = new Float64Array(channels);
  const rows = rowsPerPiece(width * channels, 3);
  let [masked, changed] = [0, 0];
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      const right = Math.min(width, left + side);
      const pixels = sumChanges(sums, source.data, patch.data, mask, left, top, right, Math.min(height, top + side));
      masked += pixels;
      if (pixels > 0 && sums.some((sum) => Math.abs(sum) > least * pixels)) changed += pixels;
    }
    if (top % rows < side) yield top / height;
  }
  return masked === 0 ? undefined : (changed / masked) * 100;
}

/** Sums up what changed in a block, per channel; answers how many of its pixels are masked. */
function sumChanges(
  sums: Float64Array,
  source: Samples,
  patch: Samples,
  { width, data }: Mask,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const channels = sums.length;
  sums.fill(0);
  let pixels = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (data[y * width + x] === 0) continue;
      pixels++;
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) sums[channel] += patch[at + channel] - source[at + channel];
    }
  }
  return pixels;
}
