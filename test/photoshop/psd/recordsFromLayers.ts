import type { LayerState } from '../model/state';
import { createBlock, writeBlocks } from './blocks';
import { createByteWriter, type ByteWriter } from './byteWriter';
import type { Flavor } from './flavor';
import { layerBlocksOf } from './layerBlocks';
import { isAsOpened } from './layerChanges';
import { layerChannelsOf, type WrittenChannel } from './layerChannels';
import type { LayerRecord } from './layerRecord';
import type { Canvas } from './layersFromRecords';
import { writeRect } from './maskData';
import { layerOriginOf } from './origin';
import type { Piece } from './parts';
import { unicodeBytes, writePascal } from './text';

/** A record and its channel data, ready to be written. */
export interface WrittenRecord {
  readonly head: Uint8Array;
  readonly channels: readonly Piece[];
  /** The record of the opened file that it continues. */
  readonly record?: LayerRecord;
  /** The layer's id; absent: the end of a group. */
  readonly id?: number;
}

/** The tree of layers as the file's flat list, bottom to top. What was not touched is written as it came. */
export function recordsFromLayers(
  layers: readonly LayerState[],
  canvas: Canvas,
  flavor: Flavor,
): readonly WrittenRecord[] {
  return [...layers].reverse().flatMap((layer) => {
    if (layer.kind !== 'group') return [recordOf(layer, canvas, flavor)];
    const children = recordsFromLayers(layer.children ?? [], canvas, flavor);
    return [dividerOf(layer, canvas, flavor), ...children, recordOf(layer, canvas, flavor)];
  });
}

function recordOf(layer: LayerState, canvas: Canvas, flavor: Flavor): WrittenRecord {
  const origin = layerOriginOf(layer);
  if (origin && isAsOpened(layer)) {
    const { raw, channels } = origin.record;
    return { head: raw, channels: channels.map((channel) => channel.raw), record: origin.record, id: layer.id };
  }
  const { channels, maskData } = layerChannelsOf(layer, canvas, flavor);
  const writer = createByteWriter();
  writeHead(writer, layer, channels, flavor);
  const extra = createByteWriter();
  writeSized(extra, maskData);
  writeSized(extra, origin?.record.blendingRanges ?? openRanges(canvas.colorChannels + 1));
  if (origin && origin.opened?.name === layer.name) extra.bytes(origin.record.pascalName);
  else writePascal(extra, layer.name, 4);
  writeBlocks(extra, layerBlocksOf(layer));
  writer.u32(extra.length);
  writer.append(extra);
  const written = { head: writer.join(), channels: channels.flatMap(({ pieces }) => pieces), id: layer.id };
  return origin ? { ...written, record: origin.record } : written;
}

const flagBits = { transparencyLocked: 1, hidden: 2, isModern: 8, hasNoPixels: 16 } as const;

function writeHead(writer: ByteWriter, layer: LayerState, channels: readonly WrittenChannel[], flavor: Flavor): void {
  writeRect(writer, layer.bounds);
  writer.u16(channels.length);
  for (const { id, length } of channels) {
    writer.i16(id);
    flavor.writeLength(writer, length);
  }
  writer.ascii('8BIM');
  writer.ascii(layer.blendMode);
  writer.u8(layer.opacity);
  writer.u8(layer.clipped ? 1 : 0);
  writer.u8(flagsOf(layer));
  writer.u8(0);
}

function flagsOf(layer: LayerState): number {
  const record = layerOriginOf(layer)?.record;
  const fresh = flagBits.isModern | (layer.kind === 'group' ? flagBits.hasNoPixels : 0);
  const kept = (record?.flags ?? fresh) & ~(flagBits.hidden | flagBits.transparencyLocked);
  return kept | (layer.visible ? 0 : flagBits.hidden) | (layer.locks.transparency ? flagBits.transparencyLocked : 0);
}

/** The blending ranges of a layer that blends everywhere: full range above and below, for gray and every channel. */
function openRanges(channels: number): Uint8Array {
  const writer = createByteWriter();
  for (let i = 0; i < (channels + 1) * 2; i++) writer.u32(0x0000ffff);
  return writer.join();
}

function writeSized(writer: ByteWriter, data: Uint8Array): void {
  writer.u32(data.length);
  writer.bytes(data);
}

const dividerName = '</Layer group>';

/** The record that closes a group from below. */
function dividerOf(group: LayerState, canvas: Canvas, flavor: Flavor): WrittenRecord {
  const divider = layerOriginOf(group)?.divider;
  if (divider) {
    return { head: divider.raw, channels: divider.channels.map((channel) => channel.raw), record: divider };
  }
  const writer = createByteWriter();
  const ids = [-1, ...Array.from({ length: canvas.colorChannels }, (_, id) => id)];
  const empty = Uint8Array.of(0, 0);
  writer.zeros(16);
  writer.u16(ids.length);
  for (const id of ids) {
    writer.i16(id);
    flavor.writeLength(writer, empty.length);
  }
  writer.ascii('8BIMnorm');
  writer.u8(255);
  writer.u8(0);
  writer.u8(flagBits.isModern | flagBits.hasNoPixels);
  writer.u8(0);
  const extra = createByteWriter();
  writeSized(extra, new Uint8Array(0));
  writeSized(extra, openRanges(ids.length));
  writePascal(extra, dividerName, 4);
  extra.bytes(createBlock('luni', unicodeBytes(dividerName)).raw);
  extra.bytes(createBlock('lsct', Uint8Array.of(0, 0, 0, 3)).raw);
  writer.u32(extra.length);
  writer.append(extra);
  return { head: writer.join(), channels: ids.map(() => empty) };
}
