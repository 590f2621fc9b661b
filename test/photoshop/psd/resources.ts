import { asciiOf, createByteReader } from './byteReader';
import { createByteWriter } from './byteWriter';

/** One image resource. `raw` is the whole of it as it stood in the file, header and padding included. */
export interface Resource {
  readonly id: number;
  readonly data: Uint8Array;
  readonly raw: Uint8Array;
}

export const resourceIds = {
  resolution: 1005,
  alphaNames: 1006,
  quickMask: 1022,
  layerState: 1024,
  layerGroups: 1026,
  guides: 1032,
  profile: 1039,
  unicodeAlphaNames: 1045,
  alphaIdentifiers: 1053,
  versionInfo: 1057,
  xmp: 1060,
  layerSelection: 1069,
  layerGroupsEnabled: 1072,
  displayInfo: 1077,
} as const;

/** What stands after the last resource. */
const restId = -1;

export function readResources(section: Uint8Array): readonly Resource[] {
  const reader = createByteReader(section, 'the list of image resources');
  const resources: Resource[] = [];
  while (reader.remaining >= 12) {
    const start = reader.position;
    reader.key();
    const id = reader.u16();
    const nameLength = reader.u8();
    reader.skip(nameLength + (nameLength % 2 === 0 ? 1 : 0));
    const data = reader.bytes(reader.u32());
    if (data.length % 2 === 1 && reader.remaining > 0) reader.skip(1);
    resources.push({ id, data, raw: section.subarray(start, reader.position) });
  }
  const rest = reader.bytes(reader.remaining);
  if (rest.length > 0) resources.push({ id: restId, data: rest, raw: rest });
  return resources;
}

export function findResource(resources: readonly Resource[], id: number): Uint8Array | undefined {
  return resources.find((resource) => resource.id === id)?.data;
}

/** The same list with one resource replaced at its place, added at the end, or (without data) taken out. */
export function withResource(
  resources: readonly Resource[],
  id: number,
  data: Uint8Array | undefined,
): readonly Resource[] {
  const index = resources.findIndex((resource) => resource.id === id);
  if (data === undefined) return resources.filter((resource) => resource.id !== id);
  if (index < 0) return beforeRest(resources, createResource(id, data));
  const old = resources[index];
  if (old && sameBytes(old.data, data)) return resources;
  return resources.map((resource, i) => (i === index ? createResource(id, data) : resource));
}

/** What could not be read at the end of the list stays at its end. */
function beforeRest(resources: readonly Resource[], fresh: Resource): readonly Resource[] {
  const end = resources.at(-1)?.id === restId ? -1 : resources.length;
  return [...resources.slice(0, end), fresh, ...resources.slice(end)];
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

export function createResource(id: number, data: Uint8Array): Resource {
  const writer = createByteWriter();
  writer.ascii('8BIM');
  writer.u16(id);
  writer.u16(0);
  writer.u32(data.length);
  writer.bytes(data);
  if (data.length % 2 === 1) writer.u8(0);
  return { id, data, raw: writer.join() };
}

/** Names as the file has them: length, then single bytes. */
export function readPascalNames(data: Uint8Array): readonly string[] {
  const names: string[] = [];
  let position = 0;
  while (position < data.length) {
    const length = data[position] ?? 0;
    names.push(asciiOf(data, position + 1, Math.min(length, data.length - position - 1)));
    position += 1 + length;
  }
  return names;
}
