import type { DocumentState, LayerState } from '../model/state';

/** Where a layer stands among its siblings; `parent` is absent at the top level, index 0 is on top. */
export interface Spot {
  readonly parent: number | undefined;
  readonly index: number;
}

/** All layers, groups before what they hold, top to bottom. */
export function allLayers(layers: readonly LayerState[]): readonly LayerState[] {
  return layers.flatMap((layer) => [layer, ...allLayers(layer.children ?? [])]);
}

export function findLayer(state: DocumentState, id: number): LayerState | undefined {
  return allLayers(state.layers).find((layer) => layer.id === id);
}

/** The layers at the top level, or those of a group. */
export function siblingsIn(state: DocumentState, parent: number | undefined): readonly LayerState[] {
  if (parent === undefined) return state.layers;
  return findLayer(state, parent)?.children ?? [];
}

export function spotOf(state: DocumentState, id: number): Spot | undefined {
  const parents = [undefined, ...allLayers(state.layers).filter((layer) => layer.children).map((layer) => layer.id)];
  for (const parent of parents) {
    const index = siblingsIn(state, parent).findIndex((layer) => layer.id === id);
    if (index >= 0) return { parent, index };
  }
  return undefined;
}

/** Whether `id` is `ancestor` or stands somewhere inside it. */
export function isWithin(state: DocumentState, id: number, ancestor: number): boolean {
  const layer = findLayer(state, ancestor);
  return layer !== undefined && allLayers([layer]).some((inner) => inner.id === id);
}

export function updateLayer(
  state: DocumentState,
  id: number,
  change: (layer: LayerState) => LayerState,
): DocumentState {
  return { ...state, layers: mapLayers(state.layers, id, change) };
}

function mapLayers(
  layers: readonly LayerState[],
  id: number,
  change: (layer: LayerState) => LayerState,
): readonly LayerState[] {
  let changed = false;
  const mapped = layers.map((layer) => {
    const next = layer.id === id ? change(layer) : mapChildren(layer, id, change);
    changed ||= next !== layer;
    return next;
  });
  return changed ? mapped : layers;
}

function mapChildren(layer: LayerState, id: number, change: (layer: LayerState) => LayerState): LayerState {
  if (!layer.children) return layer;
  const children = mapLayers(layer.children, id, change);
  return children === layer.children ? layer : { ...layer, children };
}

export function removeLayer(state: DocumentState, id: number): DocumentState {
  const spot = spotOf(state, id);
  if (!spot) return state;
  return withSiblings(state, spot.parent, siblingsIn(state, spot.parent).filter((layer) => layer.id !== id));
}

export function insertLayer(state: DocumentState, layer: LayerState, { parent, index }: Spot): DocumentState {
  const siblings = siblingsIn(state, parent);
  return withSiblings(state, parent, [...siblings.slice(0, index), layer, ...siblings.slice(index)]);
}

function withSiblings(
  state: DocumentState,
  parent: number | undefined,
  children: readonly LayerState[],
): DocumentState {
  if (parent === undefined) return { ...state, layers: children };
  return updateLayer(state, parent, (group) => ({ ...group, children }));
}
