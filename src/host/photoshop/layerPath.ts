import { assert } from '../../base/assert';
import type { LayerId } from '../../base/ids';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';

/** Where a layer stands: its place among its siblings, from the outermost group on. A copy may count ids anew. */
export type LayerPath = readonly number[];

export function pathTo(document: PhotoshopDocument, id: LayerId): LayerPath {
  const path = pathIn([...document.layers], id);
  assert(path !== undefined, 'a layer of the document');
  return path;
}

export function layerAt(document: PhotoshopDocument, path: LayerPath): PhotoshopLayer {
  let layers: readonly PhotoshopLayer[] = [...document.layers];
  let found: PhotoshopLayer | undefined;
  for (const index of path) {
    found = layers.at(index);
    layers = [...(found?.layers ?? [])];
  }
  assert(found !== undefined, 'the same layers in a copy');
  return found;
}

function pathIn(layers: readonly PhotoshopLayer[], id: LayerId): LayerPath | undefined {
  for (const [index, layer] of layers.entries()) {
    if ((layer.id as LayerId) === id) return [index];
    const inner = layer.layers === null || layer.layers === undefined ? undefined : pathIn([...layer.layers], id);
    if (inner !== undefined) return [index, ...inner];
  }
  return undefined;
}
