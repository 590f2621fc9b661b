import { parentOf } from '../../model/findLayer';
import type { LayerState, Locks } from '../../model/state';
import { numberWithin, oneOf, wholeNumber } from '../arguments';
import { writeCall, writeNow } from '../calls';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor, layerFor } from '../targets';
import type { OpenDocument } from '../workspace';
import { deleteLayer, moveLayer, placements, ungroupLayers, withNewLayer, type Placement } from './arrange';
import { boundsObject, layerBounds } from './bounds';
import { commit, commitLayer, setVisible } from './change';
import { setClipped } from './clipping';
import { createDocument } from './document';
import { copyOfLayer } from './duplicate';
import { createLayers } from './layers';
import { mergedDown } from './mergeDown';
import { blendKeyOf, blendModes, kindOf } from './names';
import { withLayerMoved } from './translate';
import type { DocumentObject, LayerObject, Layers } from './types';

/** A layer of the DOM: not the layer itself but its address; what it tells is how the document is now. */
export function createLayer(session: Session, documentId: number, id: number): LayerObject {
  const { book } = session;
  const document = () => documentFor(session, documentId);
  const layer = () => layerFor(session, document(), id);
  const set = (event: string, change: (layer: LayerState) => LayerState) =>
    writeNow(session, event, () => {
      layer();
      commitLayer(session, document(), id, event, change);
    });
  const members: LayerObject = {
    typename: 'Layer',
    id,
    _docId: documentId,
    get document(): DocumentObject {
      return createDocument(session, document().id);
    },
    get kind() {
      return kindOf(layer());
    },
    get name() {
      return layer().name;
    },
    set name(name: string) {
      demand(book, 'dom.value', typeof name === 'string' && name !== '', `layer name ${JSON.stringify(name)}`);
      set('set', (old) => ({ ...old, name }));
    },
    get visible() {
      return layer().visible;
    },
    set visible(visible: boolean) {
      demand(book, 'dom.value', typeof visible === 'boolean', `visible ${String(visible)}`);
      writeNow(session, visible ? 'show' : 'hide', () => {
        layer();
        setVisible(session, document(), id, visible);
      });
    },
    get opacity() {
      return percent(layer().opacity);
    },
    set opacity(opacity: number) {
      setOpacity('opacity', opacity);
    },
    get fillOpacity() {
      return percent(layer().fillOpacity);
    },
    set fillOpacity(opacity: number) {
      setOpacity('fillOpacity', opacity);
    },
    get blendMode() {
      return blendModes[layer().blendMode] ?? layer().blendMode;
    },
    set blendMode(name: string) {
      const key = blendKeyOf(name);
      demand(book, 'dom.blend-mode', key !== undefined, `unknown mode ${JSON.stringify(name)}`);
      demand(book, 'dom.blend-mode', !layer().isBackground, 'blendMode of the Background');
      const possible = key !== 'pass' || layer().kind === 'group';
      demand(book, 'dom.blend-mode', possible, 'passThrough of a layer that is no group');
      set('set', (old) => ({ ...old, blendMode: key }));
    },
    get isBackgroundLayer() {
      return layer().isBackground;
    },
    get isClippingMask() {
      return layer().clipped;
    },
    set isClippingMask(clipped: boolean) {
      writeNow(session, clipped ? 'groupEvent' : 'ungroup', () => setClipped(session, document(), layer(), clipped));
    },
    get locked() {
      const { all, pixels, position, transparency } = layer().locks;
      return all || pixels || position || transparency;
    },
    get allLocked() {
      return layer().locks.all;
    },
    set allLocked(all: boolean) {
      setLock({ all });
    },
    get pixelsLocked() {
      return layer().locks.pixels || layer().locks.all;
    },
    set pixelsLocked(pixels: boolean) {
      setLock({ pixels });
    },
    get positionLocked() {
      return layer().locks.position || layer().locks.all;
    },
    set positionLocked(position: boolean) {
      setLock({ position });
    },
    get transparentPixelsLocked() {
      return layer().isBackground || layer().locks.transparency || layer().locks.all;
    },
    set transparentPixelsLocked(transparency: boolean) {
      setLock({ transparency });
    },
    get layerMaskDensity() {
      return percent(layer().mask?.density ?? 255);
    },
    get layerMaskFeather() {
      return layer().mask?.feather ?? 0;
    },
    get bounds() {
      return boundsObject(book, layerBounds(layer()));
    },
    get boundsNoEffects() {
      return boundsObject(book, layerBounds(layer()));
    },
    get parent(): LayerObject | null {
      layer();
      const parent = parentOf(document().state, id);
      return parent ? createLayer(session, documentId, parent.id) : null;
    },
    get layers(): Layers | null {
      const { children } = layer();
      return children
        ? createLayers(
            session,
            documentId,
            children.map((child) => child.id),
          )
        : null;
    },
    get linkedLayers(): Layers {
      return createLayers(session, documentId, []);
    },
    get selected() {
      layer();
      return document().state.activeLayers.includes(id);
    },
    move(relative: LayerObject, placement: unknown) {
      writeNow(session, 'move', () => {
        const where = oneOf(book, 'move', placement, placements);
        const next = moveLayer(book, document().state, layer(), otherLayer(session, document(), relative), where);
        commit(session, document(), next, 'Layer Order');
      });
    },
    bringToFront() {
      moveTo('placeAtBeginning');
    },
    sendToBack() {
      moveTo('placeAtEnd');
    },
    delete() {
      writeNow(session, 'delete', () => removeFrom(session, document(), layer()));
    },
    duplicate(relative?: LayerObject, placement?: unknown, name?: string): Promise<LayerObject> {
      return writeCall(session, 'duplicate', () => {
        const copy = copyOfLayer(session, document(), layer(), name);
        const placed = withNewLayer(document().state, copy, { above: id });
        const where = relative && oneOf(book, 'duplicate', placement ?? 'placeBefore', placements);
        const next = where ? moveLayer(book, placed, copy, otherLayer(session, document(), relative), where) : placed;
        commit(session, document(), next, 'Duplicate Layer');
        return createLayer(session, documentId, copy.id);
      });
    },
    translate(horizontal: unknown, vertical: unknown): Promise<void> {
      const x = wholeNumber(book, 'translate', horizontal);
      const y = wholeNumber(book, 'translate', vertical);
      return writeCall(session, 'move', () => {
        demand(book, 'dom.protected', !layer().isBackground, 'translate of the Background');
        commit(session, document(), withLayerMoved(session, document().state, layer(), x, y), 'Move');
      });
    },
    merge(): Promise<LayerObject> {
      return writeCall(session, 'mergeLayersNew', () => {
        layer();
        const next = mergedDown(session, document().state);
        commit(session, document(), next, 'Merge Down');
        return createLayer(session, documentId, next.activeLayers[0]);
      });
    },
  };
  const setOpacity = (member: 'opacity' | 'fillOpacity', value: number) => {
    const fits = typeof value === 'number' && value >= 0 && value <= 100;
    demand(book, 'dom.value', fits, `${member} ${String(value)}`);
    demand(book, 'dom.protected', !layer().isBackground, `${member} of the Background`);
    set('set', (old) => ({ ...old, [member]: Math.round((numberWithin(book, member, value, 0, 100) * 255) / 100) }));
  };
  const setLock = (lock: Partial<Locks>) =>
    set('applyLocking', (old) => ({ ...old, locks: { ...old.locks, ...lock } }));
  const moveTo = (placement: Placement) =>
    writeNow(session, 'move', () => {
      const [first] = document().state.layers;
      const anchor = first.id === id ? document().state.layers.at(-1) : first;
      if (!anchor) return;
      commit(session, document(), moveLayer(book, document().state, layer(), anchor, placement), 'Layer Order');
    });
  return strict(book, 'Layer', members);
}

function percent(opacity: number): number {
  return (opacity * 100) / 255;
}

/** The layer that another call names, which has to be of the same document. */
function otherLayer(session: Session, document: OpenDocument, given: LayerObject): LayerState {
  const isLayer = typeof given === 'object' && given !== null && given.typename === 'Layer';
  demand(session.book, 'call.argument', isLayer, 'a Layer is expected');
  if (given._docId !== document.id) throw platformError('The layer belongs to another document.', -25922);
  return layerFor(session, document, given.id);
}

function removeFrom(session: Session, document: OpenDocument, layer: LayerState): void {
  if (layer.kind === 'group' && layer.children?.length && session.switches.groupDelete === 'ungroups') {
    commit(session, document, ungroupLayers(document.state, layer), 'Ungroup Layers');
    return;
  }
  commit(session, document, deleteLayer(document.state, layer.id), 'Delete Layer');
}
