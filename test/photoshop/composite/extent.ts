import { intersectRects, noRect, uniteRects } from '../model/rects';
import type { LayerState, Rect } from '../model/state';

/** Kinds whose effect is not pixels of their own: they act wherever they are not masked. */
const actsEverywhere: ReadonlySet<LayerState['kind']> = new Set([
  'adjustment',
  'solidFill',
  'gradientFill',
  'patternFill',
]);

/** Where a layer can make a difference to the picture; nothing where it is hidden. */
export function extentOf(layer: LayerState, canvas: Rect): Rect {
  if (!layer.visible) return noRect;
  const own = ownExtent(layer, canvas);
  const { mask } = layer;
  const isCut = mask && !mask.disabled && mask.outside === 0 && mask.density === 255 && mask.feather === 0;
  return isCut && !layer.hasEffects ? intersectRects(own, mask.bounds) : own;
}

function ownExtent(layer: LayerState, canvas: Rect): Rect {
  if (layer.hasEffects || actsEverywhere.has(layer.kind)) return canvas;
  if (layer.artboard) return intersectRects(layer.artboard, canvas);
  const children = layer.children ?? [];
  return children.reduce(
    (whole, child) => uniteRects(whole, extentOf(child, canvas)),
    intersectRects(layer.bounds, canvas),
  );
}
