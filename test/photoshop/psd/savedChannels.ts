import type { ChannelState } from '../model/state';
import { createByteReader } from './byteReader';
import { createByteWriter, type ByteWriter } from './byteWriter';
import type { EncodedPlane } from './encodedPlane';
import { PlanesOrigin, lazyPlanes } from './origin';
import { findResource, readPascalNames, resourceIds, withResource, type Resource } from './resources';
import { readUnicode, writePascal, writeUnicodeWithEnd } from './text';

/** The lists of names and ids may begin with an entry for the transparency: they are counted from their end. */
export function channelsFromPlanes(
  planes: readonly EncodedPlane[],
  resources: readonly Resource[],
): readonly ChannelState[] {
  const count = planes.length;
  const unicode = lastOf(readUnicodeNames(findResource(resources, resourceIds.unicodeAlphaNames)), count);
  const pascal = lastOf(readPascalNames(findResource(resources, resourceIds.alphaNames) ?? none), count);
  const ids = lastOf(readIds(findResource(resources, resourceIds.alphaIdentifiers)), count);
  const kinds = lastOf(readKinds(findResource(resources, resourceIds.displayInfo)), count);
  return planes.map((plane, i) => ({
    id: ids[i] ?? i + 1,
    name: unicode[i] ?? pascal[i] ?? `Alpha ${i + 1}`,
    kind: kinds[i] ?? 'alpha',
    pixels: lazyPlanes(new PlanesOrigin([plane])),
  }));
}

/** The resources with the lists of names, ids and display settings as `channels` want them. */
export function withChannelResources(
  resources: readonly Resource[],
  before: readonly ChannelState[],
  channels: readonly ChannelState[],
): readonly Resource[] {
  const pascal = readPascalNames(findResource(resources, resourceIds.alphaNames) ?? none);
  const unicode = readUnicodeNames(findResource(resources, resourceIds.unicodeAlphaNames));
  const ids = readIds(findResource(resources, resourceIds.alphaIdentifiers));
  const display = displayEntries(findResource(resources, resourceIds.displayInfo));
  const ofBefore = (channel: ChannelState) => before.findIndex(({ id }) => id === channel.id);
  const kept = <T>(list: readonly T[]) => list.slice(0, Math.max(0, list.length - before.length));
  const shown = channels.map((channel) => lastOf(display, before.length)[ofBefore(channel)] ?? shownAs(channel));
  return [
    [resourceIds.alphaNames, pascalList([...kept(pascal), ...channels.map(({ name }) => name)])] as const,
    [resourceIds.unicodeAlphaNames, unicodeList([...kept(unicode), ...channels.map(({ name }) => name)])] as const,
    [resourceIds.alphaIdentifiers, idList([...kept(ids), ...channels.map(({ id }) => id)])] as const,
    [resourceIds.displayInfo, displayList([...kept(display), ...shown])] as const,
  ].reduce((list, [id, data]) => withResource(list, id, data), resources);
}

const none = new Uint8Array(0);

function lastOf<T>(list: readonly T[], count: number): readonly T[] {
  return list.slice(Math.max(0, list.length - count));
}

function readUnicodeNames(data: Uint8Array | undefined): readonly string[] {
  if (!data) return [];
  const reader = createByteReader(data, 'the list of channel names');
  const names: string[] = [];
  while (reader.remaining >= 4) names.push(readUnicode(reader));
  return names;
}

function readIds(data: Uint8Array | undefined): readonly number[] {
  if (!data) return [];
  const reader = createByteReader(data, 'the list of channel ids');
  const ids: number[] = [];
  while (reader.remaining >= 4) ids.push(reader.u32());
  return ids;
}

const displayBytes = 13;

/** Entries of 13 bytes after a version: color space, four color values, opacity, and 2 for a spot color. */
function readKinds(data: Uint8Array | undefined): readonly ChannelState['kind'][] {
  return displayEntries(data).map((entry) => (entry[displayBytes - 1] === 2 ? 'spot' : 'alpha'));
}

function displayEntries(data: Uint8Array | undefined): readonly Uint8Array[] {
  if (!data) return [];
  const entries: Uint8Array[] = [];
  for (let at = 4; at + displayBytes <= data.length; at += displayBytes)
    entries.push(data.subarray(at, at + displayBytes));
  return entries;
}

/** How a new channel is shown over the picture: red, half opaque, color where nothing is selected, or as a spot color. */
function shownAs({ kind }: ChannelState): Uint8Array {
  return Uint8Array.of(0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 50, kind === 'spot' ? 2 : 0);
}

function pascalList(names: readonly string[]): Uint8Array | undefined {
  return listOf(names, (writer, name) => writePascal(writer, name, 1));
}

function unicodeList(names: readonly string[]): Uint8Array | undefined {
  return listOf(names, writeUnicodeWithEnd);
}

function idList(ids: readonly number[]): Uint8Array | undefined {
  return listOf(ids, (writer, id) => writer.u32(id));
}

function displayList(entries: readonly Uint8Array[]): Uint8Array | undefined {
  const list = listOf(entries, (writer, entry) => writer.bytes(entry));
  return list && Uint8Array.of(0, 0, 0, 1, ...list);
}

function listOf<T>(list: readonly T[], write: (writer: ByteWriter, item: T) => void): Uint8Array | undefined {
  if (list.length === 0) return undefined;
  const writer = createByteWriter();
  for (const item of list) write(writer, item);
  return writer.join();
}
