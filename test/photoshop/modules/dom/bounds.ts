import { noRect, uniteRects } from '../../model/rects';
import type { LayerState, Rect } from '../../model/state';
import type { RuleBook } from '../rules';
import { strict } from '../strict';
import type { BoundsObject } from './types';

/** A rectangle as the DOM gives it. */
export function boundsObject(book: RuleBook, { left, top, right, bottom }: Rect): BoundsObject {
  return strict(book, 'Bounds', { left, top, right, bottom, width: right - left, height: bottom - top });
}

/** What a layer covers; a group covers what its layers do. */
export function layerBounds(layer: LayerState): Rect {
  if (layer.artboard) return layer.artboard;
  if (!layer.children) return layer.bounds;
  return layer.children.map(layerBounds).reduce(uniteRects, noRect);
}
