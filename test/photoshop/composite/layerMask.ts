import { intersectRects, isEmptyRect, sizeOf } from '../model/rects';
import { fullScale } from '../model/samples';
import type { LayerMaskState, Rect } from '../model/state';
import { uniformityOf, unitsInto } from '../psd/valueRows';
import type { Source } from './buffer';
import type { Drawing } from './drawing';
import { linesOf } from './lines';

/** A picture under a mask, which a density below 255 lets part of what is masked show; the given one stays as it is. */
export function masked(picture: Source, mask: LayerMaskState | undefined, drawing: Drawing): Source {
  const { area, alpha, isFull } = picture;
  const amount = mask && !mask.disabled ? amountIn(area, mask, drawing) : 1;
  if (amount === 1) return picture;
  return {
    ...picture,
    alpha: isFull && typeof amount !== 'number' ? amount : product(alpha, amount, drawing),
    isFull: false,
  };
}

function product(alpha: Float32Array, amount: Float32Array | number, { arena }: Drawing): Float32Array {
  const values = arena.floats(alpha.length);
  if (typeof amount === 'number') for (let i = 0; i < values.length; i++) values[i] = alpha[i] * amount;
  else for (let i = 0; i < values.length; i++) values[i] = alpha[i] * amount[i];
  return values;
}

/** How much a mask lets show: a value for every pixel of `area`, or one for all of them. */
function amountIn(area: Rect, mask: LayerMaskState, drawing: Drawing): Float32Array | number {
  const floor = 1 - mask.density / 255;
  const outside = floor + (mask.outside / fullScale(drawing.depth)) * (1 - floor);
  const common = intersectRects(area, mask.bounds);
  if (isEmptyRect(common)) return outside;
  const rows = drawing.rows.maskPart(mask, common);
  const isWhole = sizeOf(common) === sizeOf(area);
  if (isWhole && uniformityOf(rows) === 'full') return 1;
  const values = drawing.arena.floats(sizeOf(common));
  unitsInto(values, rows);
  if (floor > 0) lift(values, floor);
  return isWhole ? values : framed(values, common, area, outside, drawing);
}

function lift(values: Float32Array, floor: number): void {
  for (let i = 0; i < values.length; i++) values[i] = floor + values[i] * (1 - floor);
}

/** `values` of `part`, `outside` in the rest of `area`. */
function framed(values: Float32Array, part: Rect, area: Rect, outside: number, { arena }: Drawing): Float32Array {
  const { width, height, targetStart, targetStride } = linesOf(area, part, part);
  const whole = arena.floats(sizeOf(area)).fill(outside);
  for (let y = 0; y < height; y++) {
    whole.set(values.subarray(y * width, (y + 1) * width), targetStart + y * targetStride);
  }
  return whole;
}
