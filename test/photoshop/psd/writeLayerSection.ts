import type { DocumentState } from '../model/state';
import type { Block } from './blocks';
import { createByteWriter, type ByteWriter } from './byteWriter';
import { layersAreAsOpened } from './documentChanges';
import type { Flavor } from './flavor';
import { noLayers, transparencyMarks, type LayerSection } from './layerSection';
import { psdOriginOf } from './origin';
import type { WrittenRecord } from './recordsFromLayers';

/** Writes the third part of the file, with its length. `hasAlpha`: the composite carries transparency. */
export function writeLayerSection(
  writer: ByteWriter,
  state: DocumentState,
  records: readonly WrittenRecord[],
  hasAlpha: boolean,
  flavor: Flavor,
): void {
  const old = psdOriginOf(state)?.section;
  const isAsItCame = old && layersAreAsOpened(state) && old.compositeHasAlpha === hasAlpha;
  const section = isAsItCame ? bytesWriter(old.raw) : sectionWriter(state, old ?? noLayers, records, hasAlpha, flavor);
  flavor.writeLength(writer, section.length);
  writer.append(section);
}

function bytesWriter(bytes: Uint8Array): ByteWriter {
  const writer = createByteWriter();
  writer.bytes(bytes);
  return writer;
}

function sectionWriter(
  state: DocumentState,
  old: LayerSection,
  records: readonly WrittenRecord[],
  hasAlpha: boolean,
  flavor: Flavor,
): ByteWriter {
  const writer = createByteWriter();
  if (records.length === 0 && old.raw.length === 0) return writer;
  const place = old.records.length > 0 ? old.layersIn : placeFor(state);
  const info = layerInfo(records, hasAlpha && place === 'section');
  flavor.writeLength(writer, place === 'section' ? info.length : 0);
  if (place === 'section') writer.append(info);
  if (old.globalMask.length > 0) writer.bytes(old.globalMask);
  else writer.u32(0);
  for (const block of withPlaceFor(place, hasAlpha, old.blocks)) {
    if (block === layersBlock || block.key === place) writeLayerBlock(writer, place, info, flavor);
    else if (block.raw.length === 0) writeLayerBlock(writer, block.key, createByteWriter(), flavor);
    else writer.bytes(block.raw);
  }
  writer.bytes(old.rest);
  return writer;
}

/** Stands for the block of layers where the file had none. */
const layersBlock: Block = { key: '', data: new Uint8Array(0), raw: new Uint8Array(0) };

/**
 * Layers in a block of their own stand behind a mark where the composite has transparency. Other readers look for both
 * before all other blocks.
 */
function withPlaceFor(place: LayerSection['layersIn'], hasAlpha: boolean, blocks: readonly Block[]): readonly Block[] {
  const kept = hasAlpha ? blocks : blocks.filter(({ key }) => !transparencyMarks.has(key));
  if (place === 'section') return kept;
  const isMarked = kept.some(({ key }) => transparencyMarks.has(key));
  const mark = hasAlpha && !isMarked ? [transparencyMark(place)] : [];
  if (kept.some(({ key }) => key === place)) return [...mark, ...kept];
  const start = kept[0] && transparencyMarks.has(kept[0].key) ? 1 : 0;
  return [...mark, ...kept.slice(0, start), layersBlock, ...kept.slice(start)];
}

/** An empty block; its length takes as many bytes as that of the layers. */
function transparencyMark(place: LayerSection['layersIn']): Block {
  return { ...layersBlock, key: place === 'Lr32' ? 'Mt32' : 'Mt16' };
}

/** Deeper documents keep their layers in a block of their own. */
function placeFor({ depth }: DocumentState): LayerSection['layersIn'] {
  if (depth === 8) return 'section';
  return depth === 16 ? 'Lr16' : 'Lr32';
}

function writeLayerBlock(writer: ByteWriter, key: string, info: ByteWriter, flavor: Flavor): void {
  writer.ascii('8BIM');
  writer.ascii(key);
  flavor.writeLength(writer, info.length);
  writer.append(info);
}

/** The number of layers, negative where the composite has transparency, all records, then all channels; padded to 4. */
function layerInfo(records: readonly WrittenRecord[], hasAlpha: boolean): ByteWriter {
  const writer = createByteWriter();
  writer.i16(hasAlpha ? -records.length : records.length);
  for (const { head } of records) writer.bytes(head);
  for (const { channels } of records) channels.forEach((channel) => writer.piece(channel));
  writer.zeros((4 - (writer.length % 4)) % 4);
  return writer;
}
