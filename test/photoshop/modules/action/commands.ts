import { findLayer, siblingsOf } from '../../model/findLayer';
import { canvasOf, heightOf, intersectRects, isEmptyRect, widthOf } from '../../model/rects';
import { replaceLayer } from '../../model/replaceLayer';
import { copyRegion, createSamples } from '../../model/samples';
import type { LayerState } from '../../model/state';
import { deleteLayer, groupLayers, spotForNew, withNewLayer } from '../dom/arrange';
import { activateLayers, commit, setVisible } from '../dom/change';
import { copyOfLayer } from '../dom/duplicate';
import { newLayer } from '../dom/newLayer';
import { solidOver } from '../dom/selection';
import { trimCoverage, cropCoverage } from '../imaging/coverage';
import { filled, fullScaleOf, toDepth } from '../imaging/planes';
import { setSelection } from '../imaging/selection';
import { demand } from '../rules';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { commandNotAvailable, notAvailable } from './commandError';
import { get, type Result } from './get';
import { partsOf, resolve, type Part, type Target } from './reference';

export type Command = Readonly<Record<string, unknown>>;
type Handler = (session: Session, command: Command) => Result;

/** The descriptors that can be played. */
export const handlers: Readonly<Record<string, Handler>> = {
  get,
  select,
  set,
  make,
  delete: remove,
  show: (session, command) => showOrHide(session, command, true),
  hide: (session, command) => showOrHide(session, command, false),
  duplicate,
  groupEvent: (session, command) => clip(session, command, true),
  ungroup: (session, command) => clip(session, command, false),
};

/** A command about a layer acts on the document in front, whatever the reference says. */
function targetInFront(session: Session, given: unknown): Target {
  const target = resolve(session, given);
  if (target.document !== session.workspace.active) throw notAvailable(`document ${target.document.id}`);
  return target;
}

function oneLayer({ layers }: Target): LayerState {
  const [layer] = layers;
  if (!layer) throw commandNotAvailable('Set');
  return layer;
}

function select(session: Session, command: Command): Result {
  const [first] = partsOf(command['_target']);
  if (first?.['_ref'] === 'document') {
    const { document } = resolve(session, command['_target']);
    session.workspace.activate(document);
    session.events.emit('action', 'select', { _target: [{ _ref: 'document', _id: document.id }] });
    return {};
  }
  demand(
    session.book,
    'action.command',
    first?.['_ref'] === 'layer',
    `select of ${JSON.stringify(command['_target'])}`,
  );
  const target = targetInFront(session, command['_target']);
  activateLayers(
    session,
    target.document,
    target.layers.map((layer) => layer.id),
  );
  if (command['makeVisible'] === true) {
    for (const { id } of target.layers) setVisible(session, target.document, id, true);
  }
  return {};
}

function set(session: Session, command: Command): Result {
  const target = targetInFront(session, command['_target']);
  const to = command['to'] as Part | undefined;
  if (target.property === 'selection') return selectArea(session, target, to);
  if (target.property === 'XMPMetadataAsUTF8') return setXmp(session, target, to);
  const isRename = target.kind === 'layer' && typeof to?.['name'] === 'string';
  demand(session.book, 'action.command', isRename, `set ${JSON.stringify(command)}`);
  const layer = oneLayer(target);
  const named = replaceLayer(target.document.state, layer.id, (old) => ({ ...old, name: String(to?.['name']) }));
  commit(session, target.document, named, 'Rename Layer');
  return {};
}

function setXmp(session: Session, target: Target, to: Part | undefined): Result {
  const xmp = to?.['XMPMetadataAsUTF8'];
  const known = target.kind === 'layer' && typeof xmp === 'string';
  demand(session.book, 'action.command', known, 'set of XMP metadata that is not a text on a layer');
  const next = replaceLayer(target.document.state, oneLayer(target).id, (old) => ({ ...old, xmp }));
  commit(session, target.document, next, 'Set Metadata');
  return {};
}

function selectArea(session: Session, { document, layers }: Target, to: Part | undefined): Result {
  const { state } = document;
  const canvas = canvasOf(state);
  if (to?.['_obj'] === 'rectangle') {
    const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((edge) => Math.round(amount(to[edge])));
    const area = intersectRects({ left, top, right, bottom }, canvas);
    setSelection(session, document, solidOver(area, state.depth), 'Rectangular Marquee');
  } else if (to?.['_value'] === 'none') {
    setSelection(session, document, undefined, 'Deselect');
  } else if (to?.['_value'] === 'allEnum') {
    setSelection(session, document, solidOver(canvas, state.depth), 'Select Canvas');
  } else {
    setSelection(session, document, loaded(session, document, layers, to), 'Load Selection');
  }
  session.events.emit('action', 'set', { _target: [{ _ref: 'channel', _property: 'selection' }], to });
  return {};
}

function amount(value: unknown): number {
  return typeof value === 'number' ? value : Number((value as Part | undefined)?.['_value']);
}

/** A selection from the transparency of a layer, or from the mask of the active one. */
function loaded(session: Session, document: OpenDocument, active: readonly LayerState[], to: Part | undefined) {
  const parts = partsOf(to?.['_ref'] === 'channel' ? to : to?.['_ref']);
  const channel = parts.find((part) => part['_ref'] === 'channel')?.['_value'];
  const known = channel === 'transparencyEnum' || channel === 'mask';
  demand(session.book, 'action.command', known, `set selection to ${JSON.stringify(to)}`);
  const named = parts.find((part) => part['_ref'] === 'layer')?.['_id'];
  const layer = named === undefined ? active[0] : findLayer(document.state, Number(named));
  if (!layer) throw notAvailable('layer');
  return channel === 'mask' ? maskCoverage(document, layer) : transparencyCoverage(document, layer);
}

function transparencyCoverage({ state }: OpenDocument, { bounds, pixels }: LayerState) {
  const area = intersectRects(bounds, canvasOf(state));
  if (isEmptyRect(area)) throw commandNotAvailable('Set');
  const { alpha } = pixels.read();
  return alpha ? trimCoverage(cropCoverage({ bounds, samples: alpha }, area)) : solidOver(area, state.depth);
}

function maskCoverage({ state }: OpenDocument, { mask }: LayerState) {
  if (!mask) throw commandNotAvailable('Set');
  const canvas = canvasOf(state);
  const plane = createSamples(state.depth, widthOf(canvas) * heightOf(canvas)).fill(mask.outside);
  copyRegion(mask.samples(), mask.bounds, plane, canvas);
  return trimCoverage({ bounds: canvas, samples: plane });
}

function make(session: Session, command: Command): Result {
  const created = command['new'] as Part | undefined;
  if (created?.['_class'] === 'channel') return makeMask(session, command);
  const [first] = partsOf(command['_target']);
  if (first?.['_ref'] === 'layerSection') return makeGroup(session, command);
  demand(session.book, 'action.command', first?.['_ref'] === 'layer', `make ${JSON.stringify(command)}`);
  const { document } = targetInFront(session, []);
  const layer = newLayer(session, document, 'pixel', 'make', {});
  commit(session, document, withNewLayer(document.state, layer, spotForNew(document.state)), 'New Layer');
  return { layerID: layer.id };
}

function makeGroup(session: Session, command: Command): Result {
  const from = partsOf((command['from'] as Part | undefined)?.['_ref'] ?? []);
  const target = targetInFront(session, from);
  const group = newLayer(session, target.document, 'group', 'make', {});
  const { state } = target.document;
  const next =
    command['from'] === undefined
      ? withNewLayer(state, group, spotForNew(state))
      : groupLayers(
          session.book,
          state,
          group,
          target.layers.map((layer) => layer.id),
        );
  commit(session, target.document, next, 'Group Layers');
  return { layerSectionStart: group.id };
}

/** A mask for the active layer; where it is made from the selection, that is gone afterwards. */
function makeMask(session: Session, command: Command): Result {
  const { document, layers } = targetInFront(session, []);
  const [layer] = layers;
  const at = partsOf(command['at'])[0];
  const using = (command['using'] as Part | undefined)?.['_value'];
  const ways = ['revealSelection', 'hideSelection', 'revealAll', 'hideAll'];
  const known = at?.['_value'] === 'mask' && ways.includes(String(using));
  demand(session.book, 'action.command', known, `make ${JSON.stringify(command)}`);
  if (!layer || layer.isBackground || layer.mask) throw commandNotAvailable('Make');
  const { selection, ...rest } = document.state;
  const fromSelection = using === 'revealSelection' || using === 'hideSelection';
  if (fromSelection && !selection) throw commandNotAvailable('Make');
  const canvas = canvasOf(rest);
  const hides = using === 'hideAll' || using === 'revealSelection';
  const samples = filled(rest.depth, widthOf(canvas) * heightOf(canvas), hides ? 0 : 1);
  if (fromSelection && selection) {
    const plane = toDepth(selection.samples, rest.depth);
    const full = fullScaleOf(plane);
    copyRegion(hides ? plane : plane.map((value) => full - value), selection.bounds, samples, canvas);
  }
  const [outside] = filled(rest.depth, 1, hides ? 0 : 1);
  const mask = { bounds: canvas, outside, samples: () => samples, disabled: false, density: 255, feather: 0 };
  const kept = fromSelection || !selection ? rest : { ...rest, selection };
  commit(
    session,
    document,
    replaceLayer(kept, layer.id, (old) => ({ ...old, mask })),
    'Add Layer Mask',
  );
  return {};
}

function remove(session: Session, command: Command): Result {
  const target = targetInFront(session, command['_target']);
  demand(session.book, 'action.command', target.kind === 'layer', `delete ${JSON.stringify(command)}`);
  const next = target.layers.reduce((state, { id }) => deleteLayer(state, id), target.document.state);
  commit(session, target.document, next, 'Delete Layer');
  return {};
}

function showOrHide(session: Session, command: Command, visible: boolean): Result {
  const { document, layers } = targetInFront(session, command['null'] ?? command['_target']);
  for (const { id } of layers) setVisible(session, document, id, visible);
  return {};
}

function duplicate(session: Session, command: Command): Result {
  const target = targetInFront(session, command['_target']);
  demand(session.book, 'action.command', target.kind === 'layer', `duplicate ${JSON.stringify(command)}`);
  const layer = oneLayer(target);
  const copy = copyOfLayer(session, target.document, layer);
  const next = withNewLayer(target.document.state, copy, { above: layer.id });
  commit(session, target.document, next, 'Duplicate Layer');
  return { ID: [copy.id] };
}

/** Clips a layer to the one below, or releases it. */
function clip(session: Session, command: Command, clipped: boolean): Result {
  const target = targetInFront(session, command['_target']);
  const layer = oneLayer(target);
  const { state } = target.document;
  const isLowest = siblingsOf(state, layer.id).at(-1)?.id === layer.id;
  if (clipped && (isLowest || layer.isBackground)) throw commandNotAvailable('Create Clipping Mask');
  commit(
    session,
    target.document,
    replaceLayer(state, layer.id, (old) => ({ ...old, clipped })),
    'Clipping Mask',
  );
  return {};
}
