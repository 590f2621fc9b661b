import type { DocumentState } from '../model/state';
import { createSelection } from './activeLayers';
import { createByteWriter } from './byteWriter';
import { layersAreAsOpened, sameChannels } from './documentChanges';
import { writeGuides } from './guides';
import type { LayerRecord } from './layerRecord';
import { psdOriginOf } from './origin';
import type { WrittenRecord } from './recordsFromLayers';
import { createResolution } from './resolution';
import { findResource, resourceIds, withResource, type Resource } from './resources';
import { withChannelResources } from './savedChannels';
import { writeUnicodeWithEnd } from './text';

/** The image resources: as they came, but for what speaks of something that has changed. */
export function documentResourcesOf(
  state: DocumentState,
  written: readonly WrittenRecord[],
  merged: 'a composite' | 'a dummy',
): readonly Resource[] {
  const origin = psdOriginOf(state);
  const opened = origin?.opened;
  const changes: readonly ((list: readonly Resource[]) => readonly Resource[])[] = [
    (list) =>
      opened?.resolution === state.resolution
        ? list
        : withResource(list, resourceIds.resolution, createResolution(state.resolution)),
    (list) =>
      opened && sameChannels(opened, state) ? list : withChannelResources(list, opened?.channels ?? [], state.channels),
    (list) => (opened?.guides === state.guides ? list : withGuides(list, state)),
    (list) =>
      opened && opened.profile === state.profile ? list : withResource(list, resourceIds.profile, state.profile),
    (list) =>
      opened && layersAreAsOpened(state) ? list : withLayerLists(list, state, written, origin?.section.records ?? []),
    (list) => withCompositeFlag(list, merged),
  ];
  return changes.reduce((list, change) => change(list), origin?.resources ?? []);
}

function withGuides(list: readonly Resource[], { guides = [] }: DocumentState): readonly Resource[] {
  return withResource(list, resourceIds.guides, writeGuides(findResource(list, resourceIds.guides), guides));
}

/**
 * Lists with an entry for every layer, and the active ones, follow the layers; where a file has none, none is made. A
 * document that does not come from a file says which layers are active.
 */
function withLayerLists(
  list: readonly Resource[],
  { activeLayers, origin }: DocumentState,
  written: readonly WrittenRecord[],
  records: readonly LayerRecord[],
): readonly Resource[] {
  const placeOf = new Map(records.map((record, place) => [record, place]));
  const places = written.map(({ record }) => (record && placeOf.get(record)) ?? -1);
  const active = written.findIndex(({ id }) => id !== undefined && id === activeLayers[0]);
  const update = (kept: readonly Resource[], id: number, make: (old: Uint8Array) => Uint8Array) => {
    const old = findResource(kept, id);
    return old ? withResource(kept, id, make(old)) : kept;
  };
  if (origin === undefined && written.length > 0)
    return withResource(list, resourceIds.layerSelection, createSelection(activeLayers));
  const groups = update(list, resourceIds.layerGroups, (old) => listLike(old, places, Uint8Array.of(0, 0)));
  const enabled = update(groups, resourceIds.layerGroupsEnabled, (old) => listLike(old, places, Uint8Array.of(1)));
  const state = update(enabled, resourceIds.layerState, () =>
    Uint8Array.of(Math.max(0, active) >> 8, Math.max(0, active)),
  );
  return update(state, resourceIds.layerSelection, () => createSelection(activeLayers));
}

/** One entry for each record: the old one where it continues an old record, else `fresh`. */
function listLike(old: Uint8Array, places: readonly number[], fresh: Uint8Array): Uint8Array {
  const size = fresh.length;
  const list = new Uint8Array(places.length * size);
  places.forEach((place, i) => {
    const isKnown = place >= 0 && (place + 1) * size <= old.length;
    list.set(isKnown ? old.subarray(place * size, (place + 1) * size) : fresh, i * size);
  });
  return list;
}

/** Says whether the composite is a dummy: the fifth byte. */
function withCompositeFlag(list: readonly Resource[], merged: 'a composite' | 'a dummy'): readonly Resource[] {
  const flag = merged === 'a composite' ? 1 : 0;
  const old = findResource(list, resourceIds.versionInfo);
  if (!old || old.length < 5) return withResource(list, resourceIds.versionInfo, createVersionInfo(flag));
  return withResource(
    list,
    resourceIds.versionInfo,
    old.map((value, i) => (i === 4 ? flag : value)),
  );
}

function createVersionInfo(flag: 0 | 1): Uint8Array {
  const writer = createByteWriter();
  writer.u32(1);
  writer.u8(flag);
  writeUnicodeWithEnd(writer, 'Inlay');
  writeUnicodeWithEnd(writer, 'Inlay');
  writer.u32(1);
  return writer.join();
}
