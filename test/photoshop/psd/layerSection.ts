import type { Depth } from '../model/state';
import { findBlock, isSignature, readBlocks, type Block } from './blocks';
import { createByteReader } from './byteReader';
import type { Flavor } from './flavor';
import { readLayerRecords, type LayerRecord } from './layerRecord';

/** The third part of the file: layers, the global mask, and blocks that belong to the whole document. */
export interface LayerSection {
  /** All of it, without its length. */
  readonly raw: Uint8Array;
  readonly records: readonly LayerRecord[];
  /**
   * The first extra channel of the composite is its transparency: the number of layers was negative, or, where the layers
   * have a block of their own, there was an empty block that says so.
   */
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

/** The blocks that say that the composite has transparency. */
export const transparencyMarks: ReadonlySet<string> = new Set(['Mt16', 'Mt32', 'Mtrn']);

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
  const { globalMask, rest: additional } = readGlobalMask(reader.bytes(reader.remaining));
  const { blocks, rest } = readBlocks(additional, flavor);
  const layersIn = info.length > 0 ? 'section' : (layerBlockKeys.find((key) => findBlock(blocks, key)) ?? 'section');
  const layers = layersIn === 'section' ? info : (findBlock(blocks, layersIn) ?? info);
  const { records, isNegative } = readLayerInfo(layers, depth, flavor);
  const compositeHasAlpha = isNegative || blocks.some(({ key }) => transparencyMarks.has(key));
  return { records, compositeHasAlpha, raw: section, layersIn, globalMask, blocks, rest };
}

/** Some programs leave the global mask out, behind a list of layers whose length does not count its padding. */
function readGlobalMask(source: Uint8Array): { readonly globalMask: Uint8Array; readonly rest: Uint8Array } {
  const first = [0, 1, 2, 3].find((start) => isSignature(source, start));
  if (first !== undefined) return { globalMask: source.subarray(0, 0), rest: source.subarray(first) };
  if (source.length < 4) return { globalMask: source, rest: source.subarray(source.length) };
  const reader = createByteReader(source, 'the layer section');
  reader.skip(reader.u32());
  return { globalMask: source.subarray(0, reader.position), rest: source.subarray(reader.position) };
}

function readLayerInfo(info: Uint8Array, depth: Depth, flavor: Flavor) {
  if (info.length < 2) return { records: [], isNegative: false };
  const reader = createByteReader(info, 'the list of layers');
  const count = reader.i16();
  const records = readLayerRecords(info, reader, Math.abs(count), depth, flavor);
  return { records, isNegative: count < 0 };
}
