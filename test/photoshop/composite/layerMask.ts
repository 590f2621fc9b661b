import { intersectRects, isEmptyRect, widthOf } from '../model/rects';
import { fullScale } from '../model/samples';
import type { Depth, LayerMaskState, Rect } from '../model/state';
import type { RowReader } from '../psd/readRows';
import { linesOf } from './blend';
import { toUnit } from './sourcePixels';

/** Multiplies a coverage of `area` by a mask, in place; a density below 255 lets part of what is masked show. */
export function applyMask(
  coverage: Float32Array,
  area: Rect,
  mask: LayerMaskState | undefined,
  depth: Depth,
  rows: RowReader,
): void {
  if (!mask || mask.disabled) return;
  const floor = 1 - mask.density / 255;
  const lift = (value: number) => floor + value * (1 - floor);
  const outside = lift(mask.outside / fullScale(depth));
  const common = intersectRects(area, mask.bounds);
  if (isEmptyRect(common)) {
    scale(coverage, outside);
    return;
  }
  const { bounds } = mask;
  const stride = widthOf(bounds);
  const samples = rows.mask(mask, stride, common.top - bounds.top, common.bottom - bounds.top);
  const values = toUnit(samples, stride, common.left - bounds.left, common, 1 / fullScale(depth));
  multiply(coverage, area, values, common, outside, floor);
}

function multiply(
  coverage: Float32Array,
  area: Rect,
  values: Float32Array,
  part: Rect,
  outside: number,
  floor: number,
): void {
  const { width, height, targetStart, targetStride } = linesOf(area, part, part);
  const inside = new Float32Array(coverage.length).fill(outside);
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    for (let x = 0; x < width; x++, i++, t++) inside[t] = floor + values[i] * (1 - floor);
  }
  for (let i = 0; i < coverage.length; i++) coverage[i] = coverage[i] * inside[i];
}

function scale(coverage: Float32Array, factor: number): void {
  if (factor === 1) return;
  for (let i = 0; i < coverage.length; i++) coverage[i] = coverage[i] * factor;
}
