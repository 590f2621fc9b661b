import { siblingsOf } from '../../model/findLayer';
import { replaceLayer } from '../../model/replaceLayer';
import type { LayerState } from '../../model/state';
import { platformError } from '../errors';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { commit } from './change';

/** Clips a layer to the one below, or releases it together with those above it. */
export function setClipped(session: Session, document: OpenDocument, layer: LayerState, clipped: boolean): void {
  const { state } = document;
  const siblings = siblingsOf(state, layer.id);
  const index = siblings.findIndex((other) => other.id === layer.id);
  if (clipped && (layer.isBackground || index === siblings.length - 1)) {
    throw platformError('The command “Create Clipping Mask” is not currently available.', -25920);
  }
  const above = siblings.slice(0, index).reverse();
  const firstFree = above.findIndex((other) => !other.clipped);
  const released = clipped ? [] : above.slice(0, firstFree < 0 ? above.length : firstFree);
  const next = [layer, ...released].reduce(
    (changed, { id }) => replaceLayer(changed, id, (old) => ({ ...old, clipped })),
    state,
  );
  commit(session, document, next, clipped ? 'Create Clipping Mask' : 'Release Clipping Mask');
}
