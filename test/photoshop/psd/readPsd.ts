import { colorChannelsOf, whiteOf } from '../model/modes';
import type { Depth, DocumentState, LayerState, LazyPlanes } from '../model/state';
import { activeLayersOf } from './activeLayers';
import { createByteReader } from './byteReader';
import { isBlank } from './dummyComposite';
import { readFileHeader, type FileHeader } from './fileHeader';
import { readGuides } from './guides';
import { readLayerSection } from './layerSection';
import { layersFromRecords } from './layersFromRecords';
import { readMergedImage, type MergedImage } from './mergedImage';
import { PlanesOrigin, PsdOrigin, lazyPlanes } from './origin';
import { readResolution } from './resolution';
import { findResource, readResources, resourceIds } from './resources';
import { channelsFromPlanes } from './savedChannels';

/**
 * Opens a PSD or PSB. Nothing is decoded before it is asked for, and all that is not understood is kept with the state.
 * Throws `DamagedFile` where the file breaks off or contradicts itself. The bytes must not change afterwards.
 */
export function readPsd(bytes: Uint8Array): DocumentState {
  const reader = createByteReader(bytes, 'the file');
  const header = readFileHeader(reader);
  const colorModeData = reader.bytes(reader.u32());
  const resources = readResources(reader.bytes(reader.u32()));
  const section = readLayerSection(reader.bytes(header.flavor.readLength(reader)), depthOf(header), header.flavor);
  const merged = readMergedImage(reader.bytes(reader.remaining), header, header.channels, header.flavor);
  const origin = new PsdOrigin(bytes, header.flavor, colorModeData, resources, section, merged);
  const state = stateFrom(header, origin);
  origin.opened = state;
  return state;
}

function stateFrom(header: FileHeader, origin: PsdOrigin): DocumentState {
  const { resources, section, merged } = origin;
  const { width, height, mode } = header;
  const depth = depthOf(header);
  const colorChannels = colorChannelsOf(mode);
  const hasAlpha = section.compositeHasAlpha && header.channels > colorChannels;
  const composite = compositeOf(merged, whiteOf({ mode, depth }), hasAlpha);
  const layers = layersFromRecords(section.records, { width, height, depth, colorChannels });
  const profile = findResource(resources, resourceIds.profile);
  const guides = readGuides(findResource(resources, resourceIds.guides));
  const withBackground = layers.length > 0 ? layers : [backgroundFrom(header, composite)];
  return {
    width,
    height,
    resolution: readResolution(findResource(resources, resourceIds.resolution)),
    mode,
    depth,
    ...(profile && { profile }),
    layers: withBackground,
    channels: channelsFromPlanes(merged.planes.slice(colorChannels + (hasAlpha ? 1 : 0)), resources),
    ...(guides.length > 0 && { guides }),
    activeLayers: activeLayersOf(withBackground, origin),
    quickMask: findResource(resources, resourceIds.quickMask) !== undefined,
    ...(hasRealComposite(origin, layers) && { storedComposite: composite }),
    origin,
  };
}

/** Where the file does not say it, a composite of nothing but zeros beside layers is taken to be none. */
function hasRealComposite({ resources, merged }: PsdOrigin, layers: readonly LayerState[]): boolean {
  const versionInfo = findResource(resources, resourceIds.versionInfo);
  if (versionInfo && versionInfo.length > 4) return versionInfo[4] !== 0;
  return layers.length === 0 || !isBlank(merged);
}

/** Bits become bytes. */
function depthOf({ depth }: FileHeader): Depth {
  return depth === 1 ? 8 : depth;
}

/** A composite with transparency stands in the file as if laid on white. */
function compositeOf(merged: MergedImage, white: readonly number[], hasAlpha: boolean): LazyPlanes {
  const color = merged.planes.slice(0, white.length);
  const alpha = hasAlpha ? merged.planes[white.length] : undefined;
  return lazyPlanes(alpha ? new PlanesOrigin(color, alpha, white) : new PlanesOrigin(color));
}

/** A flat file has no layers: what it shows is its Background. */
function backgroundFrom({ width, height }: FileHeader, composite: LazyPlanes): LayerState {
  return {
    id: 1,
    name: 'Background',
    kind: 'pixel',
    isBackground: true,
    visible: true,
    opacity: 255,
    fillOpacity: 255,
    blendMode: 'norm',
    clipped: false,
    locks: { transparency: true, pixels: false, position: true, all: false },
    bounds: { left: 0, top: 0, right: width, bottom: height },
    pixels: composite,
    hasVectorMask: false,
    hasEffects: false,
  };
}
