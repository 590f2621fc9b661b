import type { DocumentState, LayerState } from './state';

export function findLayer(state: DocumentState, id: number): LayerState | undefined {
  return allLayers(state).find((layer) => layer.id === id);
}

/** The group that holds a layer; nothing at the top level. */
export function parentOf(state: DocumentState, id: number): LayerState | undefined {
  return allLayers(state).find(({ children }) => children?.some((child) => child.id === id));
}

/** Every layer and group, top to bottom, a group before what it holds. */
export function allLayers({ layers }: Pick<DocumentState, 'layers'>): readonly LayerState[] {
  return layers.flatMap((layer) => [layer, ...allLayers({ layers: layer.children ?? [] })]);
}

/** The layers beside a layer, itself included, top to bottom. */
export function siblingsOf(state: DocumentState, id: number): readonly LayerState[] {
  return parentOf(state, id)?.children ?? state.layers;
}

/** An id that no layer has. */
export function nextLayerId(state: DocumentState): number {
  return allLayers(state).reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}
