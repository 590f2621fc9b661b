import { assert } from '../base/assert';
import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import { samplesLike, type Raster, type Samples } from './raster';
import { contains, heightOf, intersect, isEmpty, rectOf, widthOf, within, type Rect, type Size } from './rect';

/** The part of a picture that `area` (in its own pixels, wholly inside) covers. */
export function* cropRaster(raster: Raster, area: Rect): Sliced<Raster> {
  assert(contains(rectOf(raster), area), 'an area inside the picture');
  const { channels, space, data } = raster;
  const cropped = samplesLike(data, Math.max(0, widthOf(area)) * Math.max(0, heightOf(area)) * channels);
  yield* copyRows(
    raster,
    area,
    cropped,
    { left: 0, top: 0 },
    { width: widthOf(area), height: heightOf(area) },
    channels,
  );
  return { width: widthOf(area), height: heightOf(area), channels, space, data: cropped };
}

/** A mask seen in another frame: cut where it leaves `frame`, 0 where it does not reach. Both in the same coordinates. */
export function* reframeMask(mask: Mask, maskRect: Rect, frame: Rect): Sliced<Mask> {
  const data = samplesLike(mask.data, widthOf(frame) * heightOf(frame));
  const framed: Mask = { width: widthOf(frame), height: heightOf(frame), data };
  const shared = intersect(maskRect, frame);
  if (!isEmpty(shared)) yield* copyRows(mask, within(maskRect, shared), data, within(frame, shared), framed, 1);
  return framed;
}

/** Writes `block` into `target` with its corner at `left`, `top`; what lies outside of `target` is cut. */
export function* pasteInto(target: Raster, block: Raster, { left, top }: Corner): Sliced<void> {
  assert(sameKind(target, block), 'a block of the same channels and depth');
  const whole = { left, top, right: left + block.width, bottom: top + block.height };
  const seen = intersect(whole, rectOf(target));
  if (isEmpty(seen)) return;
  yield* copyRows(block, within(whole, seen), target.data, seen, target, target.channels);
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

function sameKind(a: Raster, b: Raster): boolean {
  return a.channels === b.channels && a.data.BYTES_PER_ELEMENT === b.data.BYTES_PER_ELEMENT;
}

function* copyRows(
  from: Size & { readonly data: Samples },
  area: Rect,
  to: Samples,
  corner: Corner,
  toSize: Size,
  channels: number,
): Sliced<void> {
  const length = widthOf(area) * channels;
  const rows = rowsPerPiece(length);
  for (let y = 0; y < heightOf(area); y++) {
    const start = ((area.top + y) * from.width + area.left) * channels;
    const at = ((corner.top + y) * toSize.width + corner.left) * channels;
    to.set(from.data.subarray(start, start + length), at);
    if (y % rows === rows - 1) yield;
  }
}
