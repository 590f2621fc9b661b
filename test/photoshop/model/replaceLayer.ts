import type { DocumentState, LayerState } from './state';

/** The document with one layer changed; all others are the very same. Without that layer nothing changes. */
export function replaceLayer(
  state: DocumentState,
  id: number,
  change: (layer: LayerState) => LayerState,
): DocumentState {
  const layers = editLayers(state.layers, id, (list) => list.map((layer) => (layer.id === id ? change(layer) : layer)));
  return layers === state.layers ? state : { ...state, layers };
}

/** Edits the list that holds the layer `id`, and makes anew only what leads to it. */
export function editLayers(
  layers: readonly LayerState[],
  id: number,
  edit: (list: readonly LayerState[]) => readonly LayerState[],
): readonly LayerState[] {
  if (layers.some((layer) => layer.id === id)) return edit(layers);
  const edited = layers.map((layer) => {
    if (!layer.children) return layer;
    const children = editLayers(layer.children, id, edit);
    return children === layer.children ? layer : { ...layer, children };
  });
  return edited.some((layer, i) => layer !== layers[i]) ? edited : layers;
}
