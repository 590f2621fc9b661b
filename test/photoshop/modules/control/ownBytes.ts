import type { DocumentState, LayerState, LazyPlanes } from '../../model/state';
import { heldBy } from '../imaging/planes';
import type { Session } from '../session';
import { allLayers } from '../tree';

/** Bytes of all distinct buffers in open documents, their histories and the image data that lives. */
export function ownBytes({ workspace, images }: Session): number {
  const buffers = new Set<ArrayBufferLike>(images.buffers());
  for (const { history } of workspace.everything) {
    for (const { state } of history.states) collect(state, buffers);
    collect(history.current, buffers);
  }
  return [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
}

function collect(state: DocumentState, buffers: Set<ArrayBufferLike>): void {
  if (state.selection) buffers.add(state.selection.samples.buffer);
  if (state.profile) buffers.add(state.profile.buffer);
  for (const layer of allLayers(state.layers)) collectLayer(layer, buffers);
  for (const { pixels } of state.channels) collectPlanes(pixels, buffers);
  if (state.storedComposite) collectPlanes(state.storedComposite, buffers);
}

function collectLayer({ pixels, mask }: LayerState, buffers: Set<ArrayBufferLike>): void {
  collectPlanes(pixels, buffers);
  if (mask) buffers.add(mask.samples().buffer);
}

function collectPlanes(pixels: LazyPlanes, buffers: Set<ArrayBufferLike>): void {
  for (const samples of heldBy(pixels)) buffers.add(samples.buffer);
}
