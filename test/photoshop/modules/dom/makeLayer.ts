import { findLayer } from '../../model/findLayer';
import type { DocumentState, LayerState } from '../../model/state';
import { platformError } from '../errors';
import { documentTag } from '../imaging/spaces';
import type { Session } from '../session';
import { layerFor } from '../targets';
import type { OpenDocument } from '../workspace';
import { groupLayers, insertLayer, spotForNew, withNewLayer } from './arrange';
import { commit } from './change';
import { copyOfLayer } from './duplicate';
import { createLayer } from './layer';
import { movedLayer } from './movedLayer';
import { newLayer } from './newLayer';
import { inColors } from './recolor';
import type { LayerObject } from './types';

/** Makes a layer or a group where Photoshop puts new ones, or around the layers that are named. */
export function makeLayer(
  session: Session,
  document: OpenDocument,
  kind: 'pixel' | 'group',
  call: string,
  options: unknown,
): LayerObject {
  const layer = newLayer(session, document, kind, call, options);
  const { fromLayers } = (options ?? {}) as { readonly fromLayers?: LayerObject | readonly LayerObject[] };
  const { state } = document;
  const next =
    kind === 'group' && fromLayers
      ? groupLayers(session.book, state, layer, idsOf(session, document, fromLayers))
      : withNewLayer(state, layer, spotForNew(state));
  commit(session, document, next, kind === 'group' ? 'New Group' : 'New Layer');
  session.events.emit('action', 'make', { _target: [{ _ref: 'layer' }], layerID: layer.id });
  return createLayer(session, document.id, layer.id);
}

function idsOf(
  session: Session,
  document: OpenDocument,
  given: LayerObject | readonly LayerObject[],
): readonly number[] {
  const list = Array.isArray(given) ? (given as readonly LayerObject[]) : [given as LayerObject];
  return list.map((layer) => layerFor(session, document, layer.id).id);
}

/** Copies layers into a document, in its colors. */
export function duplicateInto(
  session: Session,
  source: OpenDocument,
  layers: readonly LayerObject[],
  target: OpenDocument,
): LayerObject[] {
  const chosen = layers.map((layer) => layerFor(session, source, layer.id));
  const spot = spotForNew(target.state);
  const copies = chosen.map((layer) =>
    source === target ? copyOfLayer(session, target, layer) : recoloredCopy(session, source, target, layer.id),
  );
  const inOrder = spot === 'top' || 'inside' in spot ? [...copies].reverse() : copies;
  const next = inOrder.reduce((state, copy) => insertLayer(state, copy, spot), target.state);
  commit(session, target, { ...next, activeLayers: copies.map((copy) => copy.id) }, 'Duplicate Layers');
  return copies.map((copy) => createLayer(session, target.id, copy.id));
}

function recoloredCopy(session: Session, source: OpenDocument, target: OpenDocument, id: number) {
  const layer = findLayer(inColors(session, source.state, documentTag(target.state)), id);
  if (!layer) throw platformError('The layer is not available.', -25922);
  if (source.state.depth !== target.state.depth) throw platformError('The documents have different depths.', -25920);
  const { mask: _mask, ...unmasked } = layer;
  const carried = !layer.mask || session.switches.duplicateMask === 'kept' ? layer : unmasked;
  return landed(session, source.state, target.state, copyOfLayer(session, target, carried, layer.name));
}

function landed({ switches }: Session, source: DocumentState, target: DocumentState, layer: LayerState): LayerState {
  const x = Math.floor((target.width - source.width) / 2);
  const y = Math.floor((target.height - source.height) / 2);
  const isSame = x === 0 && y === 0;
  return isSame || switches.duplicatePlace === 'corner' ? layer : movedLayer(layer, x, y);
}
