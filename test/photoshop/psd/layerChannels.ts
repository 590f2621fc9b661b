import type { LayerMaskState, LayerState, LazyPlanes, Rect } from '../model/state';
import { createByteWriter } from './byteWriter';
import { createOpaquePlane } from './emptyPlane';
import { decodeRowBytes, deepGain, encodePlane, predictAndZip, type EncodedPlane } from './encodedPlane';
import type { Flavor } from './flavor';
import type { ChannelRecord } from './layerRecord';
import type { Canvas } from './layersFromRecords';
import { createMaskData, maskFlags, withRealMask, withoutRealMask } from './maskData';
import { writeRowCounts } from './mergedImage';
import { PlanesOrigin, layerOriginOf, planesOriginOf } from './origin';
import type { Piece } from './parts';

export interface WrittenChannel {
  readonly id: number;
  /** How many bytes compression and data take. */
  readonly length: number;
  readonly pieces: readonly Piece[];
}

export interface LayerChannels {
  readonly channels: readonly WrittenChannel[];
  /** What the record says of the masks, without its length. */
  readonly maskData: Uint8Array;
}

/** The channels of a layer that was changed or is new; those that stayed are written as they came. */
export function layerChannelsOf(layer: LayerState, canvas: Canvas, flavor: Flavor): LayerChannels {
  const pixels = pixelChannelsOf(layer, canvas, flavor);
  const { channels, maskData } = maskChannelsOf(layer, canvas, flavor);
  return { channels: [...pixels, ...channels], maskData };
}

function pixelChannelsOf(layer: LayerState, canvas: Canvas, flavor: Flavor): readonly WrittenChannel[] {
  const origin = layerOriginOf(layer);
  const isKept = origin?.opened?.pixels === layer.pixels && origin.opened.isBackground === layer.isBackground;
  if (isKept) return origin.record.channels.filter(({ id }) => id >= -1).map(asItCame);
  const { color, alpha } = encodedPlanesOf(layer.pixels, layer.bounds, canvas);
  const written = color.map((plane, id) => ({ id, ...channelPieces(plane, flavor) }));
  if (layer.isBackground) return written;
  const coverage = alpha ?? createOpaquePlane(shapeOf(layer.bounds, canvas));
  return [{ id: -1, ...channelPieces(coverage, flavor) }, ...written];
}

/** Planes that came from a file stay packed as they are, also where they are used for another layer. */
function encodedPlanesOf(pixels: LazyPlanes, bounds: Rect, canvas: Canvas): PlanesOrigin {
  const { width, height, depth } = shapeOf(bounds, canvas);
  const origin = planesOriginOf(pixels);
  const fits = origin?.color.every((plane) => plane.width === width && plane.height === height);
  if (origin && fits && !origin.matte && origin.color.length === canvas.colorChannels) return origin;
  if (width === 0 || height === 0) return new PlanesOrigin(emptyPlanes(canvas));
  const { color, alpha } = pixels.read();
  const encoded = color.map((plane) => encodePlane(plane, width, height, depth));
  return new PlanesOrigin(encoded, alpha && encodePlane(alpha, width, height, depth));
}

function emptyPlanes({ colorChannels, depth }: Canvas): readonly EncodedPlane[] {
  const bytes = new Uint8Array(0);
  return Array.from({ length: colorChannels }, () => ({ width: 0, height: 0, depth, data: { kind: 'raw', bytes } }));
}

/**
 * Where a vector mask was drawn into channel -2, the user's own mask goes into -3 and the drawing stays as it came,
 * until a program that can draw it makes it anew.
 */
function maskChannelsOf(layer: LayerState, canvas: Canvas, flavor: Flavor): LayerChannels {
  const origin = layerOriginOf(layer);
  const record = origin?.record;
  const old = record?.channels.filter(({ id }) => id < -1) ?? [];
  if (record && origin.opened?.mask === layer.mask) return { channels: old.map(asItCame), maskData: record.mask.raw };
  const isDrawn = record !== undefined && (record.mask.flags & maskFlags.drawnFromVector) !== 0;
  const { mask } = layer;
  if (isDrawn) {
    const drawn = old.filter(({ id }) => id === -2).map(asItCame);
    if (!mask) return { channels: drawn, maskData: withoutRealMask(record.mask) };
    const own = { id: -3, ...channelPieces(encodedMaskOf(mask, canvas), flavor) };
    return { channels: [...drawn, own], maskData: withRealMask(record.mask, fileMaskOf(mask)) };
  }
  if (!mask) return { channels: [], maskData: new Uint8Array(0) };
  const channel = { id: -2, ...channelPieces(encodedMaskOf(mask, canvas), flavor) };
  return { channels: [channel], maskData: createMaskData(fileMaskOf(mask)) };
}

function fileMaskOf({ bounds, outside, disabled, density, feather }: LayerMaskState) {
  return {
    bounds,
    outside: outside === 0 ? 0 : 255,
    disabled,
    parameters: {
      ...(density !== 255 && { userDensity: density }),
      ...(feather !== 0 && { userFeather: feather }),
    },
  };
}

function encodedMaskOf(mask: LayerMaskState, canvas: Canvas): EncodedPlane {
  const { width, height, depth } = shapeOf(mask.bounds, canvas);
  const plane = planesOriginOf(mask)?.color[0];
  if (plane && plane.width === width && plane.height === height) return plane;
  return encodePlane(mask.samples(), width, height, depth);
}

function shapeOf({ left, top, right, bottom }: Rect, { depth }: Canvas) {
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), depth };
}

function asItCame({ id, raw }: ChannelRecord): WrittenChannel {
  return { id, length: raw.length, pieces: [raw] };
}

function channelPieces(plane: EncodedPlane, flavor: Flavor): Omit<WrittenChannel, 'id'> {
  const { data, width, height } = readableEverywhere(plane);
  const writer = createByteWriter();
  const compressions = { raw: 0, packed: 1, zip: 2, predicted: 3 } as const;
  writer.u16(width * height === 0 ? 0 : compressions[data.kind]);
  if (data.kind === 'packed') writeRowCounts(writer, data.counts, flavor);
  if (data.kind === 'raw' && data.later) writer.later(data.later);
  else writer.bytes(data.bytes);
  return { length: writer.length, pieces: writer.pieces };
}

/** Not every reader takes packed rows of 16 bit: they become zip with prediction where that is small, else raw. */
function readableEverywhere(plane: EncodedPlane): EncodedPlane {
  if (plane.depth === 8 || plane.data.kind !== 'packed') return plane;
  const bytes = decodeRowBytes(plane, 0, plane.height);
  const isSmall = plane.data.bytes.length * deepGain < bytes.length;
  return {
    ...plane,
    data: isSmall ? predictAndZip(bytes, plane.width, plane.height, plane.depth) : { kind: 'raw', bytes },
  };
}
