import { newBackground } from '../../photoshop/model/newBackground';
import { knownPlanes, newGroup, newPixelLayer } from '../../photoshop/model/newLayer';
import { canvasOf } from '../../photoshop/model/rects';
import { fullScale } from '../../photoshop/model/samples';
import type { Depth, LayerMaskState, LayerState, Rect } from '../../photoshop/model/state';
import { plane, type Texture, textured, texturedWithAlpha } from './texture';

/** The canvas of all documents here, unless they say otherwise. */
export const size = { width: 96, height: 88 };
export const canvas: Rect = canvasOf(size);

/** A light ground with a dark disc in it. */
export const ground: Texture = {
  color: [170, 160, 140],
  grain: 8,
  spot: { x: 48, y: 44, radius: 7, color: [40, 50, 60] },
};

/** The picture as a Background, with id 1. */
export function background(depth: Depth = 8, texture: Texture = ground): LayerState {
  return newBackground(1, size.width, size.height, knownPlanes(textured(canvas, depth, texture)));
}

export interface LayerOptions {
  readonly depth?: Depth;
  readonly bounds?: Rect;
  readonly texture?: Texture;
  /** 0 to 255 for each pixel of the document; without it the layer is opaque. */
  readonly coverage?: (x: number, y: number) => number;
}

/** A pixel layer; as large as the canvas, opaque and with the disc in it unless said otherwise. */
export function pixelLayer(
  id: number,
  name: string,
  { depth = 8, bounds = canvas, texture = ground, coverage }: LayerOptions = {},
  given: Partial<LayerState> = {},
): LayerState {
  const pixels = knownPlanes(texturedWithAlpha(bounds, depth, texture, coverage));
  return { ...newPixelLayer(id, name), bounds, pixels, ...given };
}

/** A layer of one color that multiplies what lies beneath. */
export function multiplyLayer(
  id: number,
  level: number,
  given: Partial<LayerState> = {},
  depth: Depth = 8,
  bounds = canvas,
): LayerState {
  const texture: Texture = { color: [level, level, level], grain: 0 };
  return pixelLayer(id, `Multiply ${String(id)}`, { depth, texture, bounds }, { blendMode: 'mul ', ...given });
}

export function group(
  id: number,
  name: string,
  children: readonly LayerState[],
  given: Partial<LayerState> = {},
): LayerState {
  return { ...newGroup(id, name, children), ...given };
}

/** A mask of the size of the canvas; `levelAt` answers 0 to 255. */
export function mask(levelAt: (x: number, y: number) => number, depth: Depth = 8): LayerMaskState {
  const samples = plane(canvas, depth, levelAt);
  return {
    bounds: canvas,
    outside: fullScale(depth),
    samples: () => samples,
    disabled: false,
    density: 255,
    feather: 0,
  };
}
