import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { fullScaleOf, type Raster } from '../../image/raster';
import { areaOf, type Rect, rectOf } from '../../image/rect';

const { floor, max, min } = Math;

/** A picture that fills its rectangle, or a thing whose own outline counts; `bounds` hold all that is seen of it. */
export type Shape = { readonly kind: 'picture' } | { readonly kind: 'cut-out'; readonly bounds: Rect };

/** A picture that is opaque all over but for so little is no cut-out: its edge was soft. */
const mostOpen = 0.02;

export function* shapeOf(reference: Raster): Sliced<Shape> {
  const { width, height, channels, data } = reference;
  if (channels % 2 === 1) return { kind: 'picture' };
  const half = fullScaleOf(data) / 2;
  const least = fullScaleOf(data) / 50;
  const bounds = { left: width, top: height, right: 0, bottom: 0 };
  let open = 0;
  yield* inPieces(height, max(1, floor(400_000 / width)), (from, to) => {
    for (let y = from; y < to; y++) {
      for (let x = 0; x < width; x++) {
        const alpha = data[(y * width + x) * channels + channels - 1];
        if (alpha < half) open++;
        if (alpha < least) continue;
        bounds.left = min(bounds.left, x);
        bounds.right = max(bounds.right, x + 1);
        bounds.top = min(bounds.top, y);
        bounds.bottom = y + 1;
      }
    }
  });
  const isOpen = open > mostOpen * areaOf(rectOf(reference)) && bounds.right > bounds.left;
  return isOpen ? { kind: 'cut-out', bounds } : { kind: 'picture' };
}
