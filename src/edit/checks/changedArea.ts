import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { fullScaleOf } from '../../image/raster';
import type { Check, CheckInput } from '../check';

/** How much of the picture an instruction without a selection changed. */
export const changedArea: Check = {
  id: 'changedArea',
  label: 'Area',
  unit: 'percent',
  limit: { kind: 'at-least', value: 0.05 },
  why: 'Models hand back the picture as it was, or do not understand what was asked for.',
  measure,
};

function* measure({ change, mask }: CheckInput): Sliced<number | undefined> {
  return change && (yield* areaOf(change, mask));
}

function* areaOf(change: NonNullable<CheckInput['change']>, { width, height, data }: Mask): Sliced<number> {
  if (change !== 'region') return change === 'nothing' ? 0 : 100;
  const half = fullScaleOf(data) / 2;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let i = y * width; i < (y + 1) * width; i++) if (data[i] > half) count++;
    if (y % 256 === 255) yield y / height;
  }
  return (count / data.length) * 100;
}
