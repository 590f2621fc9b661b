import { fullScale } from '../model/samples';
import type { Depth, LayerMaskState, LayerState, LazyPlanes, Locks } from '../model/state';
import { readArtboard } from './artboard';
import { findBlock } from './blocks';
import { asciiOf, createByteReader } from './byteReader';
import { damaged } from './damagedFile';
import { createEmptyPlane } from './emptyPlane';
import { hasVisibleEffects } from './layerEffects';
import { kindOfBlocks } from './layerKind';
import type { LayerRecord } from './layerRecord';
import { readLayerXmp } from './layerXmp';
import { maskFlags } from './maskData';
import { LayerOrigin, PlanesOrigin, lazyPlanes, lazySamples } from './origin';
import { readUnicode } from './text';

export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly depth: Depth;
  readonly colorChannels: number;
}

/** Photoshop nests ten groups. */
const maxNesting = 100;

/** The flat list of records, bottom to top, as a tree of layers, top to bottom. */
export function layersFromRecords(records: readonly LayerRecord[], canvas: Canvas): readonly LayerState[] {
  const nextId = createIds(records);
  const top: LayerState[] = [];
  const open: { layers: LayerState[]; divider: LayerRecord }[] = [];
  records.forEach((record, index) => {
    const section = sectionOf(record);
    if (section.type === 3) {
      if (open.length === maxNesting) damaged('its groups are nested too deeply');
      open.push({ layers: [], divider: record });
      return;
    }
    if (section.type === 0) {
      (open.at(-1)?.layers ?? top).unshift(leafFrom(record, nextId(record), index === 0, canvas));
      return;
    }
    const { divider, layers } = open.pop() ?? damaged('a group in it has no end');
    const group = groupFrom(record, divider, nextId(record), layers, section.blendMode, canvas);
    (open.at(-1)?.layers ?? top).unshift(group);
  });
  if (open.length > 0) damaged('a group in it has no beginning');
  return top;
}

/** Ids of the file, made unique; records without one get numbers above all others. */
function createIds(records: readonly LayerRecord[]): (record: LayerRecord) => number {
  const used = new Set<number>();
  let highest = records.reduce((most, record) => Math.max(most, storedId(record) ?? 0), 0);
  return (record) => {
    const stored = storedId(record);
    const id = stored === undefined || used.has(stored) ? ++highest : stored;
    used.add(id);
    return id;
  };
}

function storedId(record: LayerRecord): number | undefined {
  const id = findBlock(record.extra.blocks, 'lyid');
  return id && id.length >= 4 ? createByteReader(id, 'a layer id').u32() : undefined;
}

interface Section {
  /** 0 a layer, 1 and 2 a group, 3 the end of a group. */
  readonly type: number;
  readonly blendMode?: string;
}

function sectionOf(record: LayerRecord): Section {
  const data = findBlock(record.extra.blocks, 'lsct', 'lsdk');
  if (!data || data.length < 4) return { type: 0 };
  const type = createByteReader(data, 'a group').u32();
  if (type > 3) damaged('a group in it is of an unknown kind');
  return data.length < 12 ? { type } : { type, blendMode: asciiOf(data, 8, 4) };
}

function leafFrom(record: LayerRecord, id: number, isBottom: boolean, canvas: Canvas): LayerState {
  const isBackground = isBottom && looksLikeBackground(record, canvas);
  const origin = new LayerOrigin(record);
  const layer: LayerState = {
    ...commonFrom(record, id, canvas.depth),
    isBackground,
    pixels: pixelsOf(record, canvas),
    origin,
  };
  origin.opened = layer;
  return layer;
}

function groupFrom(
  record: LayerRecord,
  divider: LayerRecord,
  id: number,
  children: readonly LayerState[],
  sectionMode: string | undefined,
  canvas: Canvas,
): LayerState {
  const artboard = readArtboard(record.extra.blocks);
  const origin = new LayerOrigin(record, divider);
  const layer: LayerState = {
    ...commonFrom(record, id, canvas.depth),
    kind: 'group',
    blendMode: sectionMode ?? record.blendMode,
    bounds: { left: 0, top: 0, right: 0, bottom: 0 },
    pixels: pixelsOf(record, canvas),
    children,
    ...(artboard && { artboard: artboard.bounds }),
    origin,
  };
  origin.opened = layer;
  return layer;
}

function commonFrom(record: LayerRecord, id: number, depth: Depth): Omit<LayerState, 'pixels'> {
  const { blocks } = record.extra;
  const mask = maskFrom(record, depth);
  const xmp = readLayerXmp(findBlock(blocks, 'shmd'));
  return {
    id,
    name: nameOf(record),
    kind: kindOfBlocks(blocks),
    isBackground: false,
    visible: (record.flags & 2) === 0,
    opacity: record.opacity,
    fillOpacity: findBlock(blocks, 'iOpa')?.[0] ?? 255,
    blendMode: record.blendMode,
    clipped: record.clipping !== 0,
    locks: locksOf(record),
    bounds: record.bounds,
    ...(mask && { mask }),
    hasVectorMask: findBlock(blocks, 'vmsk', 'vsms') !== undefined,
    hasEffects: hasVisibleEffects(blocks),
    ...(xmp !== undefined && { xmp }),
  };
}

function nameOf(record: LayerRecord): string {
  const unicode = findBlock(record.extra.blocks, 'luni');
  if (unicode && unicode.length >= 4) return readUnicode(createByteReader(unicode, 'the name of a layer'));
  return asciiOf(record.pascalName, 1, record.pascalName[0] ?? 0);
}

/** Bits of `lspf`: 1 transparency, 2 pixels, 4 position, the highest everything. */
function locksOf(record: LayerRecord): Locks {
  const data = findBlock(record.extra.blocks, 'lspf');
  const bits = data && data.length >= 4 ? createByteReader(data, 'the locks of a layer').u32() : 0;
  const all = bits >= 0x80000000;
  return {
    transparency: (bits & 1) !== 0 || (record.flags & 1) !== 0,
    pixels: (bits & 2) !== 0,
    position: (bits & 4) !== 0,
    all,
  };
}

function pixelsOf(record: LayerRecord, { depth, colorChannels }: Canvas): LazyPlanes {
  const shape = {
    width: record.bounds.right - record.bounds.left,
    height: record.bounds.bottom - record.bounds.top,
    depth,
  };
  const plane = (id: number) => record.channels.find((channel) => channel.id === id)?.plane;
  const color = Array.from({ length: colorChannels }, (_, id) => plane(id) ?? createEmptyPlane(shape));
  return lazyPlanes(new PlanesOrigin(color, plane(-1)));
}

/** -2 is the user's mask, unless it was drawn from a vector mask: then -3 is, if there is one. */
function maskFrom({ mask, channels }: LayerRecord, depth: Depth): LayerMaskState | undefined {
  const isDrawn = (mask.flags & maskFlags.drawnFromVector) !== 0;
  const source = mask.real ?? (isDrawn ? undefined : mask);
  const channel = channels.find(({ id }) => id === (mask.real ? -3 : -2));
  if (!source || !channel || mask.raw.length === 0) return undefined;
  return {
    bounds: source.bounds,
    outside: source.outside === 0 ? 0 : fullScale(depth),
    samples: lazySamples(channel.plane),
    disabled: (source.flags & maskFlags.disabled) !== 0,
    density: mask.parameters.userDensity ?? 255,
    feather: mask.parameters.userFeather ?? 0,
    origin: new PlanesOrigin([channel.plane]),
  };
}

/** The format does not mark a Background: it is the lowest layer, covers the canvas, and has no transparency. */
function looksLikeBackground(
  { channels, bounds, blendMode, opacity, extra, mask }: LayerRecord,
  canvas: Canvas,
): boolean {
  const covers =
    bounds.left === 0 && bounds.top === 0 && bounds.right === canvas.width && bounds.bottom === canvas.height;
  const isPlain = blendMode === 'norm' && opacity === 255 && mask.raw.length === 0;
  return covers && isPlain && channels.every(({ id }) => id >= 0) && kindOfBlocks(extra.blocks) === 'pixel';
}
