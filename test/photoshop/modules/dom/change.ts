import { replaceLayer } from '../../model/replaceLayer';
import type { DocumentState, LayerState } from '../../model/state';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';

/** A new state that the history shows. */
export function commit(session: Session, document: OpenDocument, state: DocumentState, name: string): void {
  if (state === document.state) return;
  document.history.commit(state, name);
  document.remember();
  session.reportHistory(document);
}

export function commitLayer(
  session: Session,
  document: OpenDocument,
  id: number,
  name: string,
  change: (layer: LayerState) => LayerState,
): void {
  commit(session, document, replaceLayer(document.state, id, change), name);
}

/** Shows or hides a layer, which makes a history state or not. */
export function setVisible(session: Session, document: OpenDocument, id: number, visible: boolean): void {
  const next = replaceLayer(document.state, id, (layer) => (layer.visible === visible ? layer : { ...layer, visible }));
  if (next.layers !== document.state.layers) {
    if (session.switches.visibilityHistory === 'state') commit(session, document, next, 'Layer Visibility');
    else document.history.amend(next);
  }
  session.events.emit('action', visible ? 'show' : 'hide', { null: [{ _ref: 'layer', _id: id }] });
}

/** Makes other layers the active ones; the history does not show it. */
export function activateLayers(session: Session, document: OpenDocument, ids: readonly number[]): void {
  document.history.amend({ ...document.state, activeLayers: ids });
  for (const id of ids)
    session.events.emit('action', 'select', { _target: [{ _ref: 'layer', _id: id }], layerID: [id] });
}
