import { findLayer } from '../../model/findLayer';
import { oneOf, text } from '../arguments';
import { freeCall, writeCall, writeNow } from '../calls';
import { profileNameOf } from '../imaging/spaces';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor, layerFor } from '../targets';
import type { OpenDocument } from '../workspace';
import { activateLayers, commit } from './change';
import { createChannel } from './channel';
import { copyOfDocument } from './duplicate';
import { flattened, readAnchor, resized, withCropped } from './geometry';
import { createGuides } from './guides';
import { createHistoryState, type HistoryStateObject } from './historyState';
import { inMode } from './inMode';
import { createLayer } from './layer';
import { createLayers } from './layers';
import { duplicateInto, makeLayer } from './makeLayer';
import { withVisibleMerged } from './mergeVisible';
import { bitsOf, documentModes, modeNamed } from './names';
import { inProfile } from './recolor';
import { inDepth } from './redepth';
import { sampleColor } from './sampleColor';
import { createSaveAs, saveInPlace } from './saving';
import { createSelection } from './selection';
import { suspendAround } from './suspendAround';
import type { DocumentObject, LayerObject, Layers } from './types';

/** Photoshop's own word, nothing, or no text at all. */
const untaggedNames = { none: 'None', empty: '', null: null };

/** A document of the DOM: its address; what it tells is how the document is now. */
export function createDocument(session: Session, id: number): DocumentObject {
  const { book } = session;
  const document = () => documentFor(session, id);
  const state = () => document().state;
  const layersOf = (ids: readonly number[]): Layers => createLayers(session, id, ids);
  const edit = <T>(event: string, work: (target: OpenDocument) => T): Promise<T> =>
    writeCall(session, event, () => work(document()));
  return strict<DocumentObject>(book, 'Document', {
    typename: 'Document' as const,
    id,
    get title() {
      return document().title;
    },
    get name() {
      return document().title;
    },
    get path() {
      return document().path;
    },
    get saved() {
      return document().savedState === state();
    },
    get cloudDocument() {
      return false;
    },
    get width() {
      return state().width;
    },
    get height() {
      return state().height;
    },
    get resolution() {
      return state().resolution;
    },
    get pixelAspectRatio() {
      return 1;
    },
    get mode() {
      return documentModes[state().mode];
    },
    get bitsPerChannel() {
      return bitsOf(state().mode, state().depth);
    },
    set bitsPerChannel(bits: string) {
      const depth = ([8, 16, 32] as const).find((one) => bitsOf(state().mode, one) === bits);
      demand(book, 'dom.value', depth !== undefined, `bitsPerChannel ${bits}`);
      writeNow(session, 'convertMode', () => commit(session, document(), inDepth(state(), depth), 'Convert Mode'));
    },
    get colorProfileName() {
      return profileNameOf(session, state()) || untaggedNames[session.switches.untaggedName];
    },
    get colorProfileType() {
      return state().profile ? 'customEnum' : 'none';
    },
    get quickMaskMode() {
      return state().quickMask;
    },
    set quickMaskMode(quickMask: boolean) {
      demand(book, 'dom.value', typeof quickMask === 'boolean', `quickMaskMode ${String(quickMask)}`);
      writeNow(session, 'quickMask', () => commit(session, document(), { ...state(), quickMask }, 'Quick Mask'));
    },
    get layers(): Layers {
      return layersOf(state().layers.map((layer) => layer.id));
    },
    get artboards(): Layers {
      return layersOf(
        state()
          .layers.filter((layer) => layer.artboard)
          .map((layer) => layer.id),
      );
    },
    get activeLayers(): Layers {
      return layersOf(state().activeLayers.filter((active) => findLayer(state(), active)));
    },
    set activeLayers(chosen: readonly LayerObject[]) {
      const ids = [...chosen].map((layer) => layerFor(session, document(), layer.id).id);
      writeNow(session, 'select', () => activateLayers(session, document(), ids));
    },
    get backgroundLayer(): LayerObject | null {
      const background = state().layers.find((layer) => layer.isBackground);
      return background ? createLayer(session, id, background.id) : null;
    },
    get activeHistoryState(): HistoryStateObject {
      return createHistoryState(session, id, document().history.active.id);
    },
    set activeHistoryState(wanted: HistoryStateObject) {
      writeNow(session, 'select', () => {
        document().history.goTo(wanted.id);
        session.reportHistory(document());
      });
    },
    get historyStates(): readonly HistoryStateObject[] {
      return document().history.states.map((entry) => createHistoryState(session, id, entry.id));
    },
    get channels() {
      return state().channels.map((channel) => createChannel(session, id, channel.id));
    },
    get guides() {
      return createGuides(session, id);
    },
    get selection() {
      return createSelection(session, id);
    },
    createLayer(kind: unknown = 'pixel', options: unknown = {}): Promise<LayerObject> {
      const wanted = oneOf(book, 'createLayer kind', kind, ['pixel', 'group']);
      return edit('make', (target) => makeLayer(session, target, wanted, 'createLayer', options));
    },
    createPixelLayer(options: unknown = {}): Promise<LayerObject> {
      return edit('make', (target) => makeLayer(session, target, 'pixel', 'createPixelLayer', options));
    },
    createLayerGroup(options: unknown = {}): Promise<LayerObject> {
      return edit('make', (target) => makeLayer(session, target, 'group', 'createLayerGroup', options));
    },
    groupLayers(layers: readonly LayerObject[]): Promise<LayerObject> {
      return edit('make', (target) => makeLayer(session, target, 'group', 'groupLayers', { fromLayers: layers }));
    },
    duplicateLayers(layers: readonly LayerObject[], targetDocument?: DocumentObject): Promise<LayerObject[]> {
      return edit('duplicate', (source) =>
        duplicateInto(session, source, layers, targetDocument ? documentFor(session, targetDocument.id) : source),
      );
    },
    duplicate(name: unknown = `${document().title} copy`, mergeLayersOnly: unknown = false): Promise<DocumentObject> {
      const title = text(book, 'duplicate name', name);
      return edit('duplicate', (source) => {
        const copy = copyOfDocument(session, source.state);
        const opened = session.workspace.open({
          title,
          path: '',
          state: mergeLayersOnly === true ? flattened(session, copy) : copy,
          openedBy: 'plugin',
          historyName: 'Duplicate Image',
        });
        session.events.emit('action', 'duplicate', { _target: [{ _ref: 'document', _id: opened.id }] });
        return createDocument(session, opened.id);
      });
    },
    crop(bounds: unknown, angle: unknown = 0): Promise<void> {
      oneOf(book, 'crop angle', angle, [0]);
      return edit('crop', (target) => commit(session, target, withCropped(session, target.state, bounds), 'Crop'));
    },
    resizeCanvas(width: unknown, height: unknown, anchor: unknown = 'middle-center'): Promise<void> {
      const sides = [width, height].map((side) => {
        const fits = typeof side === 'number' && side >= 1 && side <= 300000;
        demand(book, 'dom.value', fits, `resizeCanvas to ${String(side)}`);
        return Math.round(side);
      });
      const where = readAnchor(book, anchor);
      return edit('canvasSize', (target) => {
        const { layers } = target.state;
        demand(book, 'dom.artboards', !layers.some(({ artboard }) => artboard), 'resizeCanvas with artboards');
        const next = resized(target.state, sides[0], sides[1], where, session.switches);
        commit(session, target, next, 'Canvas Size');
      });
    },
    flatten(): Promise<void> {
      return edit('flattenImage', (target) =>
        commit(session, target, flattened(session, target.state), 'Flatten Image'),
      );
    },
    mergeVisibleLayers(): Promise<void> {
      return edit('mergeVisible', (target) =>
        commit(session, target, withVisibleMerged(session, target.state), 'Merge Visible'),
      );
    },
    changeMode(mode: unknown): Promise<void> {
      const wanted = modeNamed(mode);
      demand(book, 'call.argument', wanted !== undefined, `changeMode to ${String(mode)}`);
      return edit('convertMode', (target) =>
        commit(session, target, inMode(session, target.state, wanted), 'Convert Mode'),
      );
    },
    convertProfile(
      profile: unknown,
      intent: unknown,
      blackPoint: unknown = true,
      dither: unknown = true,
    ): Promise<void> {
      const name = text(book, 'convertProfile profile', profile);
      for (const flag of [blackPoint, dither]) oneOf(book, 'convertProfile', flag, [true, false]);
      oneOf(book, 'convertProfile intent', intent, ['absColorimetric', 'image', 'colorimetric', 'graphics']);
      return edit('convertToProfile', (target) =>
        commit(session, target, inProfile(session, target.state, name), 'Convert to Profile'),
      );
    },
    suspendHistory(callback: (context: object) => unknown, historyStateName: unknown): Promise<void> {
      const name = text(book, 'suspendHistory name', historyStateName);
      return suspendAround(session, id, callback, name);
    },
    sampleColor(position: { readonly x: number; readonly y: number }) {
      return freeCall(session, 'sampleColor', () => sampleColor(session, document(), position));
    },
    closeWithoutSaving(): void {
      writeNow(session, 'close', () => closeDocument(session, document()));
    },
    close(saveOptions: unknown = 2): Promise<void> {
      oneOf(book, 'close', saveOptions, [2]);
      return edit('close', (target) => closeDocument(session, target));
    },
    save: () => saveInPlace(session, document()),
    saveAs: createSaveAs(session, document),
  });
}

export function closeDocument(session: Session, document: OpenDocument): void {
  session.workspace.close(document);
  session.events.emit('action', 'close', { _target: [{ _ref: 'document', _id: document.id }] });
}
