import { isEmptyRect } from '../../model/rects';
import type { LayerState } from '../../model/state';
import { shift } from '../imaging/rect';

/** A layer with all that stands on it, moved by whole pixels. */
export function movedLayer(layer: LayerState, x: number, y: number): LayerState {
  return {
    ...layer,
    bounds: isEmptyRect(layer.bounds) ? layer.bounds : shift(layer.bounds, x, y),
    ...(layer.mask && { mask: { ...layer.mask, bounds: shift(layer.mask.bounds, x, y) } }),
    ...(layer.artboard && { artboard: shift(layer.artboard, x, y) }),
    ...(layer.children && { children: layer.children.map((child) => movedLayer(child, x, y)) }),
  };
}
