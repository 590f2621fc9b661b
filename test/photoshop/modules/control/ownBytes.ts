import { allLayers } from '../../model/findLayer';
import type { DocumentState, LayerMaskState, LazyPlanes, Samples } from '../../model/state';
import { psdOriginOf } from '../../psd/origin';
import type { Session } from '../session';

/**
 * Bytes of all distinct buffers in open documents, their histories and the image data that lives. Of a document that
 * came from a PSD that is the file itself, and what was changed since: what is decoded from it is not kept.
 */
export function ownBytes({ workspace, images }: Session): number {
  const buffers = new Set<ArrayBufferLike>(images.buffers());
  for (const { history } of workspace.everything) {
    for (const state of [...history.states.map((entry) => entry.state), history.current]) {
      for (const samples of arraysOf(state)) buffers.add(samples.buffer);
    }
  }
  return [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
}

/** A state never changes, so it is looked through once: this is asked for every few milliseconds. */
const known = new WeakMap<DocumentState, readonly (Samples | Uint8Array)[]>();

function arraysOf(state: DocumentState): readonly (Samples | Uint8Array)[] {
  const found = known.get(state) ?? heldBy(state);
  known.set(state, found);
  return found;
}

function heldBy(state: DocumentState): readonly (Samples | Uint8Array)[] {
  const source = psdOriginOf(state)?.source;
  const layers = allLayers(state);
  return [
    ...(source ? [source] : []),
    ...(state.profile ? [state.profile] : []),
    ...(state.selection ? [state.selection.samples] : []),
    ...layers.flatMap(({ pixels }) => heldPlanes(pixels)),
    ...layers.flatMap(({ mask }) => (mask ? heldMask(mask) : [])),
    ...state.channels.flatMap(({ pixels }) => heldPlanes(pixels)),
    ...(state.storedComposite ? heldPlanes(state.storedComposite) : []),
  ];
}

/** What has an origin is decoded when it is asked for, and let go. */
function heldPlanes(pixels: LazyPlanes): readonly Samples[] {
  if (pixels.origin !== undefined) return [];
  const { color, alpha } = pixels.read();
  return alpha ? [...color, alpha] : color;
}

function heldMask(mask: LayerMaskState): readonly Samples[] {
  return mask.origin === undefined ? [mask.samples()] : [];
}
