import type { LayerState } from '../model/state';
import { createByteReader } from './byteReader';
import { createByteWriter } from './byteWriter';
import { LayerOrigin, type PsdOrigin } from './origin';
import { findResource, resourceIds } from './resources';

/** The layers that were active when the file was saved: by their ids, or by the place of one in the list of records. */
export function activeLayersOf(layers: readonly LayerState[], { resources, section }: PsdOrigin): readonly number[] {
  const all = flatten(layers);
  const selection = findResource(resources, resourceIds.layerSelection);
  const known = new Set(all.map(({ id }) => id));
  const byId = selection ? readSelection(selection).filter((id) => known.has(id)) : [];
  if (byId.length > 0) return byId;
  const place = findResource(resources, resourceIds.layerState);
  const record =
    place && place.length >= 2 ? section.records[createByteReader(place, 'the active layer').u16()] : undefined;
  const layer = all.find(({ origin }) => record && origin instanceof LayerOrigin && origin.record === record);
  return [layer ?? layers[0]].flatMap((active) => active?.id ?? []);
}

export function createSelection(ids: readonly number[]): Uint8Array {
  const writer = createByteWriter();
  writer.u16(ids.length);
  for (const id of ids) writer.u32(id);
  return writer.join();
}

function readSelection(data: Uint8Array): readonly number[] {
  if (data.length < 2) return [];
  const reader = createByteReader(data, 'the list of active layers');
  const count = Math.min(reader.u16(), Math.floor(reader.remaining / 4));
  return Array.from({ length: count }, () => reader.u32());
}

function flatten(layers: readonly LayerState[]): readonly LayerState[] {
  return layers.flatMap((layer) => [layer, ...flatten(layer.children ?? [])]);
}
