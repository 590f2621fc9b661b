import type { DocumentState, LayerState } from '../../model/state';
import { platformError } from '../errors';
import type { Session } from '../session';
import { demand } from '../rules';
import { findLayer, insertLayer, isWithin, removeLayer, siblingsIn, spotOf, type Spot } from '../tree';

export type Placement = 'placeBefore' | 'placeAfter' | 'placeInside' | 'placeAtBeginning' | 'placeAtEnd';

/** Where a new layer lands: above the active one, or on top inside it where it is a group. */
export function spotForNew(state: DocumentState): Spot {
  const active = state.activeLayers.map((id) => findLayer(state, id)).find((layer) => layer !== undefined);
  if (!active) return { parent: undefined, index: 0 };
  if (active.kind === 'group') return { parent: active.id, index: 0 };
  return spotOf(state, active.id) ?? { parent: undefined, index: 0 };
}

/** A new layer stands at its spot and is the active one. */
export function withNewLayer(state: DocumentState, layer: LayerState, spot: Spot): DocumentState {
  return { ...insertLayer(state, layer, spot), activeLayers: [layer.id] };
}

/** Moves a layer next to, or into, another one. */
export function moveLayer(
  { book }: Session,
  state: DocumentState,
  moved: LayerState,
  relative: LayerState,
  placement: Placement,
): DocumentState {
  demand(book, 'dom.protected', !moved.isBackground, 'move of the Background');
  if (moved.id === relative.id) return state;
  if (isWithin(state, relative.id, moved.id)) throw platformError('A group cannot be moved into itself.', -25920);
  const isGroup = relative.kind === 'group';
  demand(book, 'dom.move', placement !== 'placeInside' || isGroup, `${relative.name} is not a group`);
  const below = placement === 'placeAfter' && relative.isBackground;
  demand(book, 'dom.protected', !below, 'move of a layer below the Background');
  const without = removeLayer(state, moved.id);
  return insertLayer(without, moved, spotBeside(without, relative, placement));
}

function spotBeside(state: DocumentState, relative: LayerState, placement: Placement): Spot {
  if (placement === 'placeInside') return { parent: relative.id, index: 0 };
  if (placement === 'placeAtBeginning') return { parent: undefined, index: 0 };
  if (placement === 'placeAtEnd') return { parent: undefined, index: endOf(state) };
  const spot = spotOf(state, relative.id);
  if (!spot) throw platformError('The layer is not available.', -25922);
  return placement === 'placeBefore' ? spot : { ...spot, index: spot.index + 1 };
}

/** The last place, which is above the Background. */
function endOf({ layers }: DocumentState): number {
  return layers.at(-1)?.isBackground ? layers.length - 1 : layers.length;
}

/** Takes a layer away; the one that stood below it (else above) becomes active. */
export function deleteLayer(state: DocumentState, id: number): DocumentState {
  const spot = spotOf(state, id);
  if (!spot) throw platformError('The layer is not available.', -25922);
  const without = removeLayer(state, id);
  if (without.layers.length === 0) throw platformError('The command “Delete” is not currently available.', -25920);
  const stillActive = state.activeLayers.filter((active) => findLayer(without, active));
  if (stillActive.length > 0) return { ...without, activeLayers: stillActive };
  const siblings = siblingsIn(without, spot.parent);
  const next = siblings.at(Math.min(spot.index, siblings.length - 1))?.id ?? spot.parent;
  return { ...without, activeLayers: next === undefined ? [] : [next] };
}

/** Puts layers, in their order, into a group that stands where the topmost of them stood. */
export function groupLayers(
  session: Session,
  state: DocumentState,
  group: LayerState,
  ids: readonly number[],
): DocumentState {
  const chosen = ids.filter((id) => !ids.some((other) => other !== id && isWithin(state, id, other)));
  const children = inOrder(state, chosen);
  const [topmost] = children;
  if (!topmost) throw platformError('The command “Group” is not currently available.', -25920);
  for (const layer of children) {
    demand(session.book, 'dom.protected', !layer.isBackground, 'group with the Background in it');
  }
  const spot = spotOf(state, topmost.id) ?? { parent: undefined, index: 0 };
  const without = children.reduce((rest, { id }) => removeLayer(rest, id), state);
  return withNewLayer(without, { ...group, children }, spot);
}

function inOrder(state: DocumentState, ids: readonly number[]): readonly LayerState[] {
  const order = (layers: readonly LayerState[]): readonly LayerState[] =>
    layers.flatMap((layer) => (ids.includes(layer.id) ? [layer] : order(layer.children ?? [])));
  return order(state.layers);
}
