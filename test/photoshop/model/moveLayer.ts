import { allLayers, findLayer } from './findLayer';
import { insertLayerAbove, insertLayerBelow, insertLayerInside } from './insertLayer';
import { removeLayer } from './removeLayer';
import type { DocumentState, LayerState } from './state';

export type LayerPlace =
  { readonly above: number } | { readonly below: number } | { readonly inside: number; readonly at?: 'top' | 'bottom' };

/** Moves a layer, or a group with all that it holds. A place at or inside the layer itself changes nothing. */
export function moveLayer(state: DocumentState, id: number, place: LayerPlace): DocumentState {
  const layer = findLayer(state, id);
  if (!layer || holds(layer, anchorOf(place))) return state;
  const { layers } = insertAt(removeLayer(state, id), place, layer);
  return { ...state, layers };
}

function anchorOf(place: LayerPlace): number {
  if ('above' in place) return place.above;
  return 'below' in place ? place.below : place.inside;
}

function holds(layer: LayerState, id: number): boolean {
  return allLayers({ layers: [layer] }).some((inner) => inner.id === id);
}

function insertAt(state: DocumentState, place: LayerPlace, layer: LayerState): DocumentState {
  if ('above' in place) return insertLayerAbove(state, place.above, layer);
  if ('below' in place) return insertLayerBelow(state, place.below, layer);
  return insertLayerInside(state, place.inside, layer, place.at ?? 'top');
}
