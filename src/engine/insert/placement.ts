import { heightOf, type Rect, type Size, widthOf } from '../../image/rect';
import type { Part } from '../../image/resize';

const { max, min, round } = Math;

/** Where a picture goes, in the source's pixels, and which part of it is seen there, in its own. */
export interface Placed {
  readonly area: Rect;
  readonly part: Part;
}

/** The part of a picture that is seen in `area` where it covers `box` in its own ratio, middle on middle. */
export function covering(box: Rect, area: Rect, { width, height }: Size): Part {
  const scale = max(widthOf(box) / width, heightOf(box) / height);
  const left = (box.left + box.right) / 2 - (width * scale) / 2;
  const top = (box.top + box.bottom) / 2 - (height * scale) / 2;
  return {
    ...{ left: (area.left - left) / scale, top: (area.top - top) / scale },
    ...{ width: widthOf(area) / scale, height: heightOf(area) / scale },
  };
}

/**
 * Where a thing goes that lies in `shape` of its picture: as large as fits into `box` in its own ratio, on the ground and
 * in the middle, since things stand.
 */
export function restingIn(box: Rect, shape: Rect): Placed {
  const scale = min(widthOf(box) / widthOf(shape), heightOf(box) / heightOf(shape));
  const width = max(1, round(widthOf(shape) * scale));
  const height = max(1, round(heightOf(shape) * scale));
  const left = round((box.left + box.right - width) / 2);
  const top = box.bottom - height;
  const part = { left: shape.left, top: shape.top, width: widthOf(shape), height: heightOf(shape) };
  return { area: { left, top, right: left + width, bottom: top + height }, part };
}
