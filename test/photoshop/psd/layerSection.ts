import type { Depth } from '../model/state';
import { findBlock, readBlocks, type Block } from './blocks';
import { createByteReader, type ByteReader } from './byteReader';
import type { Flavor } from './flavor';
import { readLayerRecords, type LayerRecord } from './layerRecord';

/** The third part of the file: layers, the global mask, and blocks that belong to the whole document. */
export interface LayerSection {
  /** All of it, without its length. */
  readonly raw: Uint8Array;
  readonly records: readonly LayerRecord[];
  /** The number of layers was negative: the first extra channel of the composite is its transparency. */
  readonly compositeHasAlpha: boolean;
  /** 16 and 32 bit keep their layers in a block of their own, under this key. */
  readonly layersIn: 'section' | LayerBlockKey;
  /** What stands between the length of the global mask and the document's blocks, with that length; may be empty. */
  readonly globalMask: Uint8Array;
  readonly blocks: readonly Block[];
  readonly rest: Uint8Array;
}

export type LayerBlockKey = 'Lr16' | 'Lr32' | 'Layr';
const layerBlockKeys: readonly LayerBlockKey[] = ['Lr16', 'Lr32', 'Layr'];

export const noLayers: LayerSection = {
  raw: new Uint8Array(0),
  records: [],
  compositeHasAlpha: false,
  layersIn: 'section',
  globalMask: new Uint8Array(0),
  blocks: [],
  rest: new Uint8Array(0),
};

export function readLayerSection(section: Uint8Array, depth: Depth, flavor: Flavor): LayerSection {
  if (section.length === 0) return noLayers;
  const reader = createByteReader(section, 'the layer section');
  const info = reader.bytes(flavor.readLength(reader));
  const globalMask = readGlobalMask(reader);
  const { blocks, rest } = readBlocks(reader.bytes(reader.remaining), flavor);
  const layersIn = info.length > 0 ? 'section' : (layerBlockKeys.find((key) => findBlock(blocks, key)) ?? 'section');
  const layers = layersIn === 'section' ? info : (findBlock(blocks, layersIn) ?? info);
  return { ...readLayerInfo(layers, depth, flavor), raw: section, layersIn, globalMask, blocks, rest };
}

function readGlobalMask(reader: ByteReader): Uint8Array {
  if (reader.remaining < 4) return reader.bytes(reader.remaining);
  const length = reader.u32();
  const content = reader.bytes(length);
  return new Uint8Array(content.buffer, content.byteOffset - 4, length + 4);
}

function readLayerInfo(info: Uint8Array, depth: Depth, flavor: Flavor) {
  if (info.length < 2) return { records: [], compositeHasAlpha: false };
  const reader = createByteReader(info, 'the list of layers');
  const count = reader.i16();
  const records = readLayerRecords(info, reader, Math.abs(count), depth, flavor);
  return { records, compositeHasAlpha: count < 0 };
}
