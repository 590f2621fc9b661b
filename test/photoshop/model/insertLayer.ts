import { editLayers, replaceLayer } from './replaceLayer';
import type { DocumentState, LayerState } from './state';

/** Puts a layer directly above another one, in the same group. */
export function insertLayerAbove(state: DocumentState, anchor: number, layer: LayerState): DocumentState {
  return insertBeside(state, anchor, (other) => [layer, other]);
}

/** Puts a layer directly below another one, in the same group. */
export function insertLayerBelow(state: DocumentState, anchor: number, layer: LayerState): DocumentState {
  return insertBeside(state, anchor, (other) => [other, layer]);
}

/** Puts a layer into a group, above or below all that it holds. */
export function insertLayerInside(
  state: DocumentState,
  group: number,
  layer: LayerState,
  at: 'top' | 'bottom' = 'top',
): DocumentState {
  return replaceLayer(state, group, (holder) => {
    const children = holder.children ?? [];
    return { ...holder, children: at === 'top' ? [layer, ...children] : [...children, layer] };
  });
}

/** Puts a layer above all others. */
export function insertLayerOnTop(state: DocumentState, layer: LayerState): DocumentState {
  return { ...state, layers: [layer, ...state.layers] };
}

function insertBeside(
  state: DocumentState,
  anchor: number,
  beside: (other: LayerState) => readonly LayerState[],
): DocumentState {
  const edit = (list: readonly LayerState[]) =>
    list.flatMap((other) => (other.id === anchor ? beside(other) : [other]));
  const layers = editLayers(state.layers, anchor, edit);
  return layers === state.layers ? state : { ...state, layers };
}
