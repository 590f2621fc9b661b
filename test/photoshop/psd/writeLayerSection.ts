import type { DocumentState } from '../model/state';
import type { Block } from './blocks';
import { createByteWriter, type ByteWriter } from './byteWriter';
import { layersAreAsOpened } from './documentChanges';
import type { Flavor } from './flavor';
import { noLayers, type LayerSection } from './layerSection';
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
  const info = layerInfo(records, hasAlpha);
  const place = old.records.length > 0 ? old.layersIn : placeFor(state);
  flavor.writeLength(writer, place === 'section' ? info.length : 0);
  if (place === 'section') writer.append(info);
  if (old.globalMask.length > 0) writer.bytes(old.globalMask);
  else writer.u32(0);
  for (const block of withPlaceFor(place, old.blocks)) {
    if (block === layersBlock || block.key === place) writeLayerBlock(writer, place, info, flavor);
    else writer.bytes(block.raw);
  }
  writer.bytes(old.rest);
  return writer;
}

/** Stands for the block of layers where the file had none. */
const layersBlock: Block = { key: '', data: new Uint8Array(0), raw: new Uint8Array(0) };

/** Other readers look for the layers in the first block, or in the one behind the mark of a transparent composite. */
function withPlaceFor(place: LayerSection['layersIn'], blocks: readonly Block[]): readonly Block[] {
  if (place === 'section' || blocks.some(({ key }) => key === place)) return blocks;
  const start = blocks[0] && transparencyMarks.has(blocks[0].key) ? 1 : 0;
  return [...blocks.slice(0, start), layersBlock, ...blocks.slice(start)];
}

const transparencyMarks = new Set(['Mt16', 'Mt32', 'Mtrn']);

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
