import { batchPlay } from '../action/batchPlay';
import { oneOf, text } from '../arguments';
import { freeCall, writeCall, writeNow } from '../calls';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor } from '../targets';
import { blankDocument } from './blankDocument';
import { createDocument } from './document';
import type { DocumentObject } from './types';

export type Documents = DocumentObject[] & { getByName(name: string): DocumentObject };

/** `require('photoshop').app`. */
export function createApp(session: Session) {
  const { book, workspace } = session;
  return strict(book, 'app', {
    typename: 'Photoshop' as const,
    get documents(): Documents {
      return createDocuments(session);
    },
    get activeDocument(): DocumentObject | null {
      return workspace.active ? createDocument(session, workspace.active.id) : null;
    },
    set activeDocument(document: DocumentObject | null) {
      writeNow(session, 'select', () => {
        demand(book, 'call.argument', document?.typename === 'Document', 'activeDocument takes a Document');
        workspace.activate(documentFor(session, document.id));
        session.events.emit('action', 'select', { _target: [{ _ref: 'document', _id: document.id }] });
      });
    },
    async open(entry: unknown): Promise<DocumentObject> {
      const path = session.entries.readable(entry, 'app.open');
      await writeCall(session, 'open', () => undefined);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const state = await session.meter.workAsync(async () =>
        session.core.readDocument(name, await session.files.read(path)),
      );
      const opened = workspace.open({ title: name, path, state, openedBy: 'plugin' });
      session.events.emit('action', 'open', { _target: [{ _ref: 'document', _id: opened.id }] });
      return createDocument(session, opened.id);
    },
    createDocument(given: unknown = {}): Promise<DocumentObject> {
      const state = blankDocument(session, given);
      const { name = `Untitled-${workspace.documents.length + 1}` } = given as { readonly name?: string };
      return writeCall(session, 'make', () => {
        const opened = workspace.open({ title: name, path: '', state, openedBy: 'plugin', historyName: 'New' });
        session.events.emit('action', 'newDocument', { documentID: opened.id });
        return createDocument(session, opened.id);
      });
    },
    batchPlay: (commands: unknown, options?: unknown) => batchPlay(session, commands, options),
    showAlert: (message: unknown) =>
      freeCall(session, 'showAlert', () => void session.alerts.push(text(book, 'showAlert', message))),
    getColorProfiles(mode: unknown = 'RGB'): readonly string[] {
      oneOf(book, 'getColorProfiles', mode, ['RGB', 'Gray']);
      return session.core.profileNames(mode === 'Gray' ? 'gray' : 'rgb');
    },
    updateUI: () => freeCall(session, 'updateUI', () => undefined),
    bringToFront: () => undefined,
  });
}

function createDocuments(session: Session): Documents {
  const list = session.workspace.documents.map((document) => createDocument(session, document.id));
  const members = Object.defineProperties(list, {
    getByName: {
      value(name: string) {
        const found = list.find((document) => document.name === name);
        if (!found) throw platformError(`There is no document named "${name}".`, -25922);
        return found;
      },
    },
  });
  return strict(session.book, 'Documents', members as Documents);
}
