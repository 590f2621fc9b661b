import type { LayerState } from '../model/state';
import { layerOriginOf } from './origin';

/** The keys of the blocks that a layer's file holds of it; none where it does not come from a file. */
export function blockKeysOf(layer: LayerState): readonly string[] {
  return layerOriginOf(layer)?.record.extra.blocks.map(({ key }) => key) ?? [];
}
