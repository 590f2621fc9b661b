import type { LayerState } from '../../model/state';
import { readEvents } from '../action/action';
import { numberWithin, oneOf, readOptions, wholeNumber } from '../arguments';
import { freeCall, hostTurn, writeCall } from '../calls';
import { kindOf } from '../dom/names';
import type { Listener } from '../events';
import type { ExecutionContext } from '../modal/contextTypes';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor } from '../targets';

type Target<T> = (context: ExecutionContext, descriptor?: unknown) => T | Promise<T>;

/** `require('photoshop').core`. */
export function createCoreModule(session: Session) {
  const { book, events, workspace } = session;
  let idleSeconds = 0;
  const documentNamed = (call: string, given: unknown) =>
    documentFor(session, wholeNumber(book, 'documentID', readOptions(book, call, given, ['documentID'])['documentID']));
  return strict(book, 'core', {
    apiVersion: 2,
    executeAsModal: <T>(target: Target<T>, options: unknown) => session.modal.execute(target, options) as Promise<T>,
    isModal: () => session.modal.scope !== undefined,
    async addNotificationListener(group: unknown, names: unknown, listener: Listener): Promise<void> {
      const wanted = oneOf(book, 'notification group', group, ['UI', 'OS']);
      const known = readEvents(session, names);
      demand(book, 'call.argument', typeof listener === 'function', 'a listener is a function');
      await hostTurn(session, 'addNotificationListener');
      events.add(wanted, known, listener);
    },
    async removeNotificationListener(group: unknown, names: unknown, listener: Listener): Promise<void> {
      const wanted = oneOf(book, 'notification group', group, ['UI', 'OS']);
      const known = readEvents(session, names);
      await hostTurn(session, 'removeNotificationListener');
      events.remove(wanted, known, listener);
    },
    showAlert(given: unknown): Promise<void> {
      const message = typeof given === 'string' ? given : readOptions(book, 'showAlert', given, ['message'])['message'];
      return freeCall(session, 'showAlert', () => void session.alerts.push(String(message)));
    },
    getLayerTree(given: unknown) {
      const document = documentNamed('getLayerTree', given);
      return freeCall(session, 'getLayerTree', () => ({ list: document.state.layers.map(treeOf) }));
    },
    redrawDocument(given: unknown): Promise<number> {
      documentNamed('redrawDocument', given);
      return writeCall(session, 'redrawDocument', () => 0);
    },
    createTemporaryDocument(given: unknown) {
      const source = documentNamed('createTemporaryDocument', given);
      return writeCall(session, 'createTemporaryDocument', () => {
        const { state, title } = source;
        const { id } = workspace.open({ title, path: '', state, openedBy: 'plugin', hidden: true });
        return { documentID: id };
      });
    },
    deleteTemporaryDocument(given: unknown): Promise<void> {
      const document = documentNamed('deleteTemporaryDocument', given);
      demand(book, 'call.argument', document.hidden, 'deleteTemporaryDocument of a document that is not temporary');
      return writeCall(session, 'deleteTemporaryDocument', () => workspace.close(document));
    },
    setUserIdleTime(seconds: unknown): Promise<void> {
      const wanted = numberWithin(book, 'idle time', seconds, 0, 86400);
      return freeCall(session, 'setUserIdleTime', () => {
        idleSeconds = wanted;
      });
    },
    getUserIdleTime: () => freeCall(session, 'getUserIdleTime', () => idleSeconds),
  });
}

interface TreeEntry {
  readonly name: string;
  readonly layerID: number;
  readonly kind: string;
  readonly visible: boolean;
  readonly layers?: readonly TreeEntry[];
}

function treeOf(layer: LayerState): TreeEntry {
  const { name, id, visible, children } = layer;
  return { name, layerID: id, kind: kindOf(layer), visible, ...(children && { layers: children.map(treeOf) }) };
}
