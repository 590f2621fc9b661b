import { removeLayer } from '../../model/removeLayer';
import { replaceLayer } from '../../model/replaceLayer';
import type { Coverage, DocumentState, Rect } from '../../model/state';
import { activateLayers, commit, setVisible } from '../dom/change';
import { resized } from '../dom/geometry';
import { solidOver } from '../dom/selection';
import type { History } from '../history';
import { trimCoverage } from '../imaging/coverage';
import { setSelection } from '../imaging/selection';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';

/** What a user does in Photoshop itself, without any plugin; nothing while a scope of the plugin blocks Photoshop. */
export interface Hand {
  /** Opens a document in front and answers its id. */
  open(state: DocumentState, title: string, path?: string): number;
  /** Opens a file in front, and answers its id. */
  openFile(name: string, bytes: Uint8Array): Promise<number>;
  close(document: number): void;
  bringToFront(document: number): void;
  /** Another canvas size, from the top left corner. */
  resizeCanvas(document: number, width: number, height: number): void;
  /** A rectangle, a soft area, or nothing; `name` is what the history calls it. */
  select(document: number, area: Rect | Coverage | undefined, name?: string): void;
  activate(document: number, layers: readonly number[]): void;
  setQuickMask(document: number, on: boolean): void;
  show(document: number, layer: number): void;
  hide(document: number, layer: number): void;
  lock(document: number, layer: number): void;
  removeLayer(document: number, layer: number): void;
  /** Any other change, as one history state. */
  edit(document: number, name: string, change: (state: DocumentState) => DocumentState): void;
  undo(document: number): void;
  redo(document: number): void;
  /** A click on an entry of the History panel. */
  goTo(document: number, historyState: number): void;
}

export function createHand(session: Session): Hand {
  const { workspace, events } = session;
  const demandFree = () => {
    if (session.modal.isSilent) throw new Error('While a scope of the plugin runs, the user cannot do that');
  };
  const documentOf = (id: number): OpenDocument => {
    demandFree();
    const found = workspace.find(id);
    if (!found) throw new Error(`Document ${id} is not open`);
    return found;
  };
  const edit: Hand['edit'] = (id, name, change) => {
    const document = documentOf(id);
    commit(session, document, change(document.state), name);
  };
  const open: Hand['open'] = (state, title, path = `/${title}`) => {
    demandFree();
    const { id } = workspace.open({ title, path, state, openedBy: 'user' });
    events.emit('action', 'open', { documentID: id });
    return id;
  };
  const travel = (id: number, go: (history: History) => void) => {
    const document = documentOf(id);
    go(document.history);
    events.emit('action', 'select', { _target: [{ _ref: 'historyState', _enum: 'ordinal' }], documentID: id });
    session.reportHistory(document);
  };
  return {
    open,
    async openFile(name, bytes) {
      return open(await session.core.readDocument(name, bytes), name);
    },
    close(id) {
      workspace.close(documentOf(id));
      events.emit('action', 'close', { documentID: id });
    },
    bringToFront(id) {
      workspace.activate(documentOf(id));
      events.emit('action', 'select', { _target: [{ _ref: 'document', _id: id }], documentID: id });
    },
    resizeCanvas: (id, width, height) =>
      edit(id, 'Canvas Size', (state) => resized(state, width, height, { x: 0, y: 0 })),
    select(id, area, name = area ? 'Rectangular Marquee' : 'Deselect') {
      const document = documentOf(id);
      setSelection(session, document, coverageOf(document.state, area), name);
      events.emit('action', 'set', { _target: [{ _ref: 'channel', _property: 'selection' }], documentID: id });
    },
    activate: (id, layers) => activateLayers(session, documentOf(id), layers),
    setQuickMask: (id, quickMask) => edit(id, 'Quick Mask', (state) => ({ ...state, quickMask })),
    show: (id, layer) => setVisible(session, documentOf(id), layer, true),
    hide: (id, layer) => setVisible(session, documentOf(id), layer, false),
    lock: (id, layer) =>
      edit(id, 'Lock', (state) =>
        replaceLayer(state, layer, (old) => ({ ...old, locks: { ...old.locks, all: true } })),
      ),
    removeLayer: (id, layer) =>
      edit(id, 'Delete Layer', (state) => {
        const { activeLayers, ...rest } = removeLayer(state, layer);
        return { ...rest, activeLayers: activeLayers.filter((active) => active !== layer) };
      }),
    edit,
    undo: (id) => travel(id, (history) => history.step(-1)),
    redo: (id) => travel(id, (history) => history.step(1)),
    goTo: (id, state) => travel(id, (history) => history.goTo(state)),
  };
}

function coverageOf(state: DocumentState, area: Rect | Coverage | undefined): Coverage | undefined {
  if (!area) return undefined;
  return 'samples' in area ? trimCoverage(area) : solidOver(area, state.depth);
}
