import type { DocumentState, LayerState } from '../model/state';
import { isAsOpened } from './layerChanges';
import { psdOriginOf } from './origin';

/** Whether the file still says all there is to say. Selection and active layers are not part of the picture. */
export function isDocumentAsOpened(state: DocumentState): boolean {
  const opened = psdOriginOf(state)?.opened;
  return opened !== undefined && (opened === state || (sameHead(opened, state) && layersAreAsOpened(state)));
}

/** Whether the same layers stand in the same order, none of them changed. */
export function layersAreAsOpened(state: DocumentState): boolean {
  const opened = psdOriginOf(state)?.opened;
  return opened !== undefined && sameLayers(opened.layers, state.layers);
}

function sameHead(a: DocumentState, b: DocumentState): boolean {
  const isSameSize = a.width === b.width && a.height === b.height && a.resolution === b.resolution;
  const isSameColor = a.mode === b.mode && a.depth === b.depth && a.profile === b.profile;
  return isSameSize && isSameColor && a.guides === b.guides && sameChannels(a, b);
}

export function sameChannels(a: DocumentState, b: DocumentState): boolean {
  return (
    a.channels === b.channels ||
    (a.channels.length === b.channels.length && a.channels.every((c, i) => c === b.channels[i]))
  );
}

function sameLayers(opened: readonly LayerState[], layers: readonly LayerState[]): boolean {
  if (opened === layers) return true;
  return opened.length === layers.length && opened.every((layer, i) => sameLayer(layer, layers[i]));
}

function sameLayer(opened: LayerState, layer: LayerState | undefined): boolean {
  if (opened === layer) return true;
  if (!layer || layer.origin !== opened.origin || !isAsOpened(layer)) return false;
  return sameLayers(opened.children ?? [], layer.children ?? []);
}
