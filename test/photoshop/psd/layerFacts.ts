import type { LayerState } from '../model/state';
import { readArtboard } from './artboard';
import { layerOriginOf } from './origin';

/** The color of an artboard, 0 to 255 a channel; nothing where it is transparent or unknown. */
export function artboardBackgroundOf(layer: LayerState): readonly [number, number, number] | undefined {
  const record = layerOriginOf(layer)?.record;
  return record && readArtboard(record.extra.blocks)?.background;
}
