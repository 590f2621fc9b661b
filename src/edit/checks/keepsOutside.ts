import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { rowsPerPiece } from '../../image/pieces';
import { fullScaleOf, type Samples } from '../../image/raster';
import type { Check, CheckInput } from '../check';

/** The largest change of a sample where the mask is 0. */
export const keepsOutside: Check = {
  id: 'keepsOutside',
  label: 'Outside',
  unit: 'levels',
  limit: { kind: 'at-most', value: 0 },
  why: 'Models repaint what nobody asked them to.',
  measure,
};

function* measure({ source, patch, mask }: CheckInput): Sliced<number | undefined> {
  const { width, height, channels } = source;
  const rows = rowsPerPiece(width * channels, 2);
  let largest = -1;
  for (let y = 0; y < height; y += rows) {
    const end = Math.min(height, y + rows) * width;
    largest = Math.max(largest, largestOutside(source.data, patch.data, mask.data, channels, y * width, end));
    yield y / height;
  }
  return largest < 0 ? undefined : (largest * 255) / fullScaleOf(source.data);
}

/** -1 where no pixel lies outside. */
function largestOutside(
  source: Samples,
  patch: Samples,
  mask: Mask['data'],
  channels: number,
  start: number,
  end: number,
): number {
  let largest = -1;
  for (let pixel = start; pixel < end; pixel++) {
    if (mask[pixel] > 0) continue;
    for (let i = pixel * channels; i < (pixel + 1) * channels; i++) {
      const change = Math.abs(patch[i] - source[i]);
      if (change > largest) largest = change;
    }
  }
  return largest;
}
