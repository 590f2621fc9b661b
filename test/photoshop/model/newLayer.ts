import { noRect } from './rects';
import type { LayerState, LazyPlanes, Planes } from './state';

/** An empty pixel layer, as Photoshop makes it. */
export function newPixelLayer(id: number, name: string): LayerState {
  return { ...plain(id, name), kind: 'pixel', blendMode: 'norm' };
}

/** A group that passes through; its layers top to bottom. */
export function newGroup(id: number, name: string, children: readonly LayerState[] = []): LayerState {
  return { ...plain(id, name), kind: 'group', blendMode: 'pass', children };
}

/** Planes that are there already. */
export function knownPlanes(planes: Planes): LazyPlanes {
  return { read: () => planes };
}

function plain(id: number, name: string): Omit<LayerState, 'kind' | 'blendMode'> {
  return {
    id,
    name,
    isBackground: false,
    visible: true,
    opacity: 255,
    fillOpacity: 255,
    clipped: false,
    locks: { transparency: false, pixels: false, position: false, all: false },
    bounds: noRect,
    pixels: knownPlanes({ color: [] }),
    hasVectorMask: false,
    hasEffects: false,
  };
}
