import { siblingsOf } from '../../model/findLayer';
import { replaceLayer } from '../../model/replaceLayer';
import { deleteLayer, groupLayers, spotForNew, withNewLayer } from '../dom/arrange';
import { activateLayers, commit, setVisible } from '../dom/change';
import { copyOfLayer } from '../dom/duplicate';
import { newLayer } from '../dom/newLayer';
import { demand } from '../rules';
import type { Session } from '../session';
import { commandNotAvailable } from './commandError';
import type { Command } from './commands';
import type { Result } from './get';
import { layerFromBackground } from './layerFromBackground';
import { makeMask } from './makeMask';
import { partsOf, resolve, type Part, type Target } from './reference';
import { selectArea } from './selectArea';
import { oneLayer, targetInFront } from './target';

export function select(session: Session, command: Command): Result {
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

export function set(session: Session, command: Command): Result {
  if (partsOf(command['_target'])[0]?.['_property'] === 'background') return layerFromBackground(session, command);
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

export function make(session: Session, command: Command): Result {
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

export function remove(session: Session, command: Command): Result {
  const target = targetInFront(session, command['_target']);
  demand(session.book, 'action.command', target.kind === 'layer', `delete ${JSON.stringify(command)}`);
  const next = target.layers.reduce((state, { id }) => deleteLayer(state, id), target.document.state);
  commit(session, target.document, next, 'Delete Layer');
  return {};
}

export function showOrHide(session: Session, command: Command, visible: boolean): Result {
  const { document, layers } = targetInFront(session, command['null'] ?? command['_target']);
  for (const { id } of layers) setVisible(session, document, id, visible);
  return {};
}

export function duplicate(session: Session, command: Command): Result {
  const target = targetInFront(session, command['_target']);
  demand(session.book, 'action.command', target.kind === 'layer', `duplicate ${JSON.stringify(command)}`);
  const layer = oneLayer(target);
  const copy = copyOfLayer(session, target.document, layer);
  const next = withNewLayer(target.document.state, copy, { above: layer.id });
  commit(session, target.document, next, 'Duplicate Layer');
  return { ID: [copy.id] };
}

/** Clips a layer to the one below, or releases it. */
export function clip(session: Session, command: Command, clipped: boolean): Result {
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
