import { allLayers } from './findLayer';
import { editLayers } from './replaceLayer';
import type { DocumentState } from './state';

/** The document without a layer, or without a group and all that it holds. What is gone is not active any more. */
export function removeLayer(state: DocumentState, id: number): DocumentState {
  const layers = editLayers(state.layers, id, (list) => list.filter((layer) => layer.id !== id));
  if (layers === state.layers) return state;
  const left = new Set(allLayers({ layers }).map((layer) => layer.id));
  return { ...state, layers, activeLayers: state.activeLayers.filter((active) => left.has(active)) };
}
