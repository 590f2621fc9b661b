import type { LayerMaskState, LayerState } from '../model/state';
import { readArtboard } from './artboard';
import { findBlock } from './blocks';
import { readVersionedDescriptor } from './descriptor';
import type { LayerRecord } from './layerRecord';
import { maskFlags } from './maskData';
import { PlanesOrigin, layerOriginOf, lazySamples } from './origin';

/** The color of an artboard, 0 to 255 a channel; nothing where it is transparent or unknown. */
export function artboardBackgroundOf(layer: LayerState): readonly [number, number, number] | undefined {
  const record = recordOf(layer);
  return record && readArtboard(record.extra.blocks)?.background;
}

/** Whether a layer has a vector mask that is switched on: the third bit of its flags switches it off. */
export function hasActiveVectorMask(layer: LayerState): boolean {
  if (!layer.hasVectorMask) return false;
  const record = recordOf(layer);
  const data = record && findBlock(record.extra.blocks, 'vmsk', 'vsms');
  return ((data?.[7] ?? 0) & 4) === 0;
}

/**
 * All masks of a layer as the file has them drawn, vector mask included; nothing where the file has no such drawing, or
 * where it does not hold any more because the mask was changed or the layer moved.
 */
export function drawnVectorMaskOf(layer: LayerState): LayerMaskState | undefined {
  const opened = layerOriginOf(layer)?.opened;
  const record = recordOf(layer);
  const channel = record?.channels.find(({ id }) => id === -2);
  if (!record || !channel || (record.mask.flags & maskFlags.drawnFromVector) === 0) return undefined;
  if (opened?.mask !== layer.mask || opened?.bounds.left !== layer.bounds.left) return undefined;
  if (opened.bounds.top !== layer.bounds.top || hasParameters(record)) return undefined;
  const kept = drawn.get(record) ?? {
    bounds: record.mask.bounds,
    outside: record.mask.outside === 0 ? 0 : fullOf(channel.plane.depth),
    samples: lazySamples(channel.plane),
    disabled: false,
    density: 255,
    feather: 0,
    origin: new PlanesOrigin([channel.plane]),
  };
  drawn.set(record, kept);
  return kept;
}

/** Whether a text is set to look as the operating system draws text: its edges are blended like everything else. */
export function looksLikeSystemText(layer: LayerState): boolean {
  const record = recordOf(layer);
  const data = record && findBlock(record.extra.blocks, 'TySh');
  const edges = data && readVersionedDescriptor(data, textHeaderBytes)?.items.get('AntA');
  return edges?.type === 'enum' && edges.value.startsWith('antiAliasPlatform');
}

/** A version, a transform of six numbers, and another version. */
const textHeaderBytes = 2 + 6 * 8 + 2;

/** What is set in a layer's blending options and is not drawn here. */
export function unusualBlendingOf(layer: LayerState, use: 'by itself' | 'as clipping base' = 'by itself') {
  const record = recordOf(layer);
  if (!record) return [];
  const { blocks } = record.extra;
  if (use === 'as clipping base') return findBlock(blocks, 'clbl')?.[0] === 0 ? ['the clipping group'] : [];
  return [
    ...(hasOpenRanges(record.blendingRanges) ? [] : ['the blending ranges']),
    ...((findBlock(blocks, 'knko')?.[0] ?? 0) === 0 ? [] : ['the knockout']),
    ...((findBlock(blocks, 'brst')?.length ?? 0) === 0 ? [] : ['the channel restriction']),
  ];
}

const drawn = new WeakMap<LayerRecord, LayerMaskState>();

function recordOf(layer: LayerState): LayerRecord | undefined {
  return layerOriginOf(layer)?.record;
}

function hasParameters({ mask }: LayerRecord): boolean {
  return Object.values(mask.parameters).some((value) => value !== 0 && value !== 255);
}

function fullOf(depth: number): number {
  if (depth === 8) return 255;
  return depth === 16 ? 32768 : 1;
}

/** Every range is black, black, white, white. */
function hasOpenRanges(ranges: Uint8Array): boolean {
  return ranges.every((value, i) => value === (i % 4 < 2 ? 0 : 255));
}
