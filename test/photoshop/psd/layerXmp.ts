import { createByteReader } from './byteReader';
import { createByteWriter } from './byteWriter';
import { readVersionedDescriptor } from './descriptor';
import { writeUnicodeWithEnd } from './text';

/**
 * Where a PSD keeps a layer's XMP packet. Adobe's format documents only say that the block `shmd` is a list of metadata
 * items (signature, key, whether it is copied with the layer, length, data). What public readers add: the item `cust`
 * is a descriptor of the class `metadata` with `layerTime` (a double) and, where a layer has a packet, `layerXMP` as
 * text; ExifTool names the key, and a published script reads packets from it. No public sample file was found, so that
 * the class name and the flag for copying are as in the documented items.
 */
export function readLayerXmp(shmd: Uint8Array | undefined): string | undefined {
  const cust = shmd && readItems(shmd)?.find((item) => item.key === 'cust');
  const value = cust && readVersionedDescriptor(cust.data)?.items.get('layerXMP');
  return value?.type === 'text' && value.value !== '' ? value.value : undefined;
}

/** The block with the packet set or taken out; all else in it stays. Nothing: the block is not needed any more. */
export function withLayerXmp(shmd: Uint8Array | undefined, xmp: string | undefined): Uint8Array | undefined {
  const items = (shmd && readItems(shmd)) ?? [];
  const cust = items.find((item) => item.key === 'cust');
  const kept = new Map(cust ? readVersionedDescriptor(cust.data)?.raw : []);
  kept.delete('layerXMP');
  const entries = [...kept.values(), ...(xmp === undefined ? [] : [xmpEntry(xmp)])];
  const others = items.filter((item) => item !== cust);
  const rewritten = entries.length === 0 ? [] : [createItem('cust', metadataDescriptor(entries))];
  const all = [...others, ...rewritten];
  return all.length === 0 ? undefined : writeItems(all);
}

interface MetadataItem {
  readonly key: string;
  readonly data: Uint8Array;
  readonly raw: Uint8Array;
}

function readItems(shmd: Uint8Array): readonly MetadataItem[] | undefined {
  try {
    const reader = createByteReader(shmd, 'the metadata of a layer');
    const items: MetadataItem[] = [];
    for (let left = reader.u32(); left > 0; left--) {
      const start = reader.position;
      reader.skip(4);
      const key = reader.key();
      reader.skip(4);
      const data = reader.bytes(reader.u32());
      items.push({ key, data, raw: shmd.subarray(start, reader.position) });
    }
    return items;
  } catch {
    return undefined;
  }
}

function createItem(key: string, data: Uint8Array): MetadataItem {
  const writer = createByteWriter();
  writer.ascii('8BIM');
  writer.ascii(key);
  writer.zeros(4);
  writer.u32(data.length);
  writer.bytes(data);
  return { key, data, raw: writer.join() };
}

function writeItems(items: readonly MetadataItem[]): Uint8Array {
  const writer = createByteWriter();
  writer.u32(items.length);
  for (const item of items) writer.bytes(item.raw);
  return writer.join();
}

function metadataDescriptor(entries: readonly Uint8Array[]): Uint8Array {
  const writer = createByteWriter();
  writer.u32(16);
  writeUnicodeWithEnd(writer, '');
  writer.u32(8);
  writer.ascii('metadata');
  writer.u32(entries.length);
  for (const entry of entries) writer.bytes(entry);
  writer.zeros((4 - (writer.length % 4)) % 4);
  return writer.join();
}

function xmpEntry(xmp: string): Uint8Array {
  const writer = createByteWriter();
  writer.u32(8);
  writer.ascii('layerXMPTEXT');
  writeUnicodeWithEnd(writer, xmp);
  return writer.join();
}
