import type { LayerState, Locks } from '../model/state';
import { findBlock, withBlock, type Block, type BlockList } from './blocks';
import { createByteWriter } from './byteWriter';
import { withLayerXmp } from './layerXmp';
import { layerOriginOf } from './origin';
import { unicodeBytes } from './text';

/** The additional blocks of a layer: as they came, but for what has changed. A new layer gets those that it needs. */
export function layerBlocksOf(layer: LayerState): BlockList {
  const origin = layerOriginOf(layer);
  const before = origin?.opened;
  const { blocks, rest } = origin?.record.extra ?? { blocks: [], rest: new Uint8Array(0) };
  const changes: readonly ((list: readonly Block[]) => readonly Block[])[] = [
    (list) => (before?.name === layer.name ? list : withBlock(list, 'luni', unicodeBytes(layer.name))),
    (list) => (before?.id === layer.id ? list : withBlock(list, 'lyid', u32Bytes(layer.id))),
    (list) => ((before?.fillOpacity ?? 255) === layer.fillOpacity ? list : withFill(list, layer.fillOpacity)),
    (list) => (layer.kind !== 'group' || before?.blendMode === layer.blendMode ? list : withSection(list, layer)),
    (list) => (sameLocks(before?.locks ?? noLocks, layer.locks) ? list : withLocks(list, layer.locks)),
    (list) => (before?.xmp === layer.xmp ? list : withXmp(list, layer.xmp)),
  ];
  return { blocks: changes.reduce((list, change) => change(list), blocks), rest };
}

const noLocks: Locks = { transparency: false, pixels: false, position: false, all: false };

function u32Bytes(...values: readonly number[]): Uint8Array {
  const writer = createByteWriter();
  for (const value of values) writer.u32(value);
  return writer.join();
}

function withFill(list: readonly Block[], fillOpacity: number): readonly Block[] {
  return withBlock(list, 'iOpa', Uint8Array.of(fillOpacity, 0, 0, 0));
}

function withLocks(list: readonly Block[], { transparency, pixels, position, all }: Locks): readonly Block[] {
  const bits = (transparency ? 1 : 0) + (pixels ? 2 : 0) + (position ? 4 : 0) + (all ? 0x80000000 : 0);
  return withBlock(list, 'lspf', u32Bytes(bits));
}

/** A group's section block: open or closed as it was, and the blend mode. */
function withSection(list: readonly Block[], { blendMode }: LayerState): readonly Block[] {
  const old = findBlock(list, 'lsct', 'lsdk');
  const key = list.some((block) => block.key === 'lsdk') ? 'lsdk' : 'lsct';
  const writer = createByteWriter();
  writer.u32(old?.[3] === 2 ? 2 : 1);
  writer.ascii(`8BIM${blendMode}`);
  if (old && old.length > 12) writer.bytes(old.subarray(12));
  return withBlock(list, key, writer.join());
}

function withXmp(list: readonly Block[], xmp: string | undefined): readonly Block[] {
  return withBlock(list, 'shmd', withLayerXmp(findBlock(list, 'shmd'), xmp));
}

function sameLocks(a: Locks, b: Locks): boolean {
  return a.transparency === b.transparency && a.pixels === b.pixels && a.position === b.position && a.all === b.all;
}
