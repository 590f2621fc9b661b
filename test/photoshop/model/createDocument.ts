import { newBackground } from './newBackground';
import { knownPlanes, newPixelLayer } from './newLayer';
import { createSamples } from './samples';
import type { Depth, DocumentState, LayerState, Mode, Planes } from './state';

export interface NewDocument {
  readonly width: number;
  readonly height: number;
  readonly mode: Mode;
  readonly depth: Depth;
  /** Pixels per inch. */
  readonly resolution: number;
  readonly profile?: Uint8Array;
  /** One value for each color channel fills a Background; `transparent` is one empty layer. */
  readonly fill: readonly number[] | 'transparent';
}

export function createDocument({ fill, ...rest }: NewDocument): DocumentState {
  const layer = fill === 'transparent' ? newPixelLayer(1, 'Layer 1') : filledBackground(rest, fill);
  return documentOf(rest, [layer]);
}

/** A document of given layers, top to bottom, the topmost active. */
export function documentOf(
  { width, height, mode, depth, resolution, profile }: Omit<NewDocument, 'fill'>,
  layers: readonly LayerState[],
): DocumentState {
  return {
    width,
    height,
    resolution,
    mode,
    depth,
    ...(profile && { profile }),
    layers,
    channels: [],
    activeLayers: layers.slice(0, 1).map(({ id }) => id),
    quickMask: false,
  };
}

function filledBackground({ width, height, depth }: Omit<NewDocument, 'fill'>, fill: readonly number[]): LayerState {
  const planes: Planes = { color: fill.map((value) => createSamples(depth, width * height).fill(value)) };
  return newBackground(1, width, height, knownPlanes(planes));
}
