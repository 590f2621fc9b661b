import { allLayers, findLayer, siblingsOf } from '../../model/findLayer';
import { insertLayerAbove, insertLayerBelow, insertLayerInside, insertLayerOnTop } from '../../model/insertLayer';
import { moveLayer as moveTo, type LayerPlace } from '../../model/moveLayer';
import { removeLayer } from '../../model/removeLayer';
import type { DocumentState, LayerState } from '../../model/state';
import { platformError } from '../errors';
import { demand, type RuleBook } from '../rules';

export const placements = ['placeBefore', 'placeAfter', 'placeInside', 'placeAtBeginning', 'placeAtEnd'] as const;
export type Placement = (typeof placements)[number];

/** Where a layer is put; `top` is above all others. */
export type Spot = LayerPlace | 'top';

/** Where a new layer lands: above the active one, or on top inside it where it is a group. */
export function spotForNew(state: DocumentState): Spot {
  const active = state.activeLayers.map((id) => findLayer(state, id)).find((layer) => layer !== undefined);
  if (!active) return 'top';
  return active.kind === 'group' ? { inside: active.id } : { above: active.id };
}

export function insertLayer(state: DocumentState, layer: LayerState, spot: Spot): DocumentState {
  if (spot === 'top') return insertLayerOnTop(state, layer);
  if ('above' in spot) return insertLayerAbove(state, spot.above, layer);
  if ('below' in spot) return insertLayerBelow(state, spot.below, layer);
  return insertLayerInside(state, spot.inside, layer, spot.at);
}

/** A new layer stands at its spot and is the active one. */
export function withNewLayer(state: DocumentState, layer: LayerState, spot: Spot): DocumentState {
  return { ...insertLayer(state, layer, spot), activeLayers: [layer.id] };
}

/** Whether a layer is `ancestor` or stands somewhere inside it. */
export function isWithin(state: DocumentState, id: number, ancestor: number): boolean {
  const layer = findLayer(state, ancestor);
  return layer !== undefined && allLayers({ layers: [layer] }).some((inner) => inner.id === id);
}

/** Moves a layer next to, or into, another one. */
export function moveLayer(
  book: RuleBook,
  state: DocumentState,
  moved: LayerState,
  relative: LayerState,
  placement: Placement,
): DocumentState {
  demand(book, 'dom.protected', !moved.isBackground, 'move of the Background');
  const isGroup = relative.kind === 'group';
  demand(book, 'dom.move', placement !== 'placeInside' || isGroup, `${relative.name} is not a group`);
  const below = placement === 'placeAfter' && relative.isBackground;
  demand(book, 'dom.protected', !below, 'move of a layer below the Background');
  const place = placeBeside(state, moved, relative, placement);
  if (!place) return state;
  if ('inside' in place && isWithin(state, place.inside, moved.id)) {
    throw platformError('A group cannot be moved into itself.', -25920);
  }
  return moveTo(state, moved.id, place);
}

/** Nothing where the layer is there already. */
function placeBeside(
  { layers }: DocumentState,
  moved: LayerState,
  relative: LayerState,
  placement: Placement,
): LayerPlace | undefined {
  if (placement === 'placeInside') return { inside: relative.id };
  if (placement === 'placeBefore') return { above: relative.id };
  if (placement === 'placeAfter') return { below: relative.id };
  const others = layers.filter((layer) => layer.id !== moved.id);
  const end = placement === 'placeAtBeginning' ? others.at(0) : others.at(-1);
  if (!end) return undefined;
  return placement === 'placeAtBeginning' || end.isBackground ? { above: end.id } : { below: end.id };
}

/** Takes a layer away; the one that stood below it (else above) becomes active. */
export function deleteLayer(state: DocumentState, id: number): DocumentState {
  const without = removeLayer(state, id);
  if (without.layers.length === 0) throw platformError('The command “Delete” is not currently available.', -25920);
  if (without.activeLayers.length > 0) return without;
  const siblings = siblingsOf(state, id);
  const index = siblings.findIndex((layer) => layer.id === id);
  const next = siblings.at(index + 1) ?? (index > 0 ? siblings.at(index - 1) : without.layers.at(0));
  return { ...without, activeLayers: next ? [next.id] : [] };
}

/** Puts layers, in their order, into a group that stands where the topmost of them stood. */
export function groupLayers(
  book: RuleBook,
  state: DocumentState,
  group: LayerState,
  ids: readonly number[],
): DocumentState {
  const outermost = ids.filter((id) => !ids.some((other) => other !== id && isWithin(state, id, other)));
  const children = allLayers(state).filter((layer) => outermost.includes(layer.id));
  const [topmost] = children;
  if (!topmost) throw platformError('The command “Group” is not currently available.', -25920);
  for (const layer of children) demand(book, 'dom.protected', !layer.isBackground, 'group with the Background in it');
  const grouped = insertLayerAbove(state, topmost.id, { ...group, children: [] });
  const emptied = children.reduce((rest, { id }) => removeLayer(rest, id), grouped);
  const filled = [...children].reverse().reduce((rest, child) => insertLayerInside(rest, group.id, child), emptied);
  return { ...filled, activeLayers: [group.id] };
}

/** The layers of a group take its place. */
export function ungroupLayers(state: DocumentState, group: LayerState): DocumentState {
  const children = group.children ?? [];
  const emptied = children.reduce((rest, { id }) => removeLayer(rest, id), state);
  const freed = children.reduce((rest, child) => insertLayerAbove(rest, group.id, child), emptied);
  return deleteLayer(freed, group.id);
}
