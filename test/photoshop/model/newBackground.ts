import { newPixelLayer } from './newLayer';
import type { LayerState, LazyPlanes } from './state';

/** A Background of the size of the canvas. */
export function newBackground(id: number, width: number, height: number, pixels: LazyPlanes): LayerState {
  return {
    ...newPixelLayer(id, 'Background'),
    isBackground: true,
    locks: { transparency: true, pixels: false, position: true, all: false },
    bounds: { left: 0, top: 0, right: width, bottom: height },
    pixels,
  };
}
