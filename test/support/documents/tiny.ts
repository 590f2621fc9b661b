import { namedProfile } from '../../photoshop/color/namedProfiles';
import { documentOf } from '../../photoshop/model/createDocument';
import { newBackground } from '../../photoshop/model/newBackground';
import { knownPlanes } from '../../photoshop/model/newLayer';
import type { Coverage, Depth, DocumentState, LayerState, Rect } from '../../photoshop/model/state';
import { multiplyLayer, pixelLayer } from './layers';
import { type Texture, plane, textured } from './texture';

/** The canvas of the smallest documents, for what is tried again and again. */
export const tinyCanvas: Rect = { left: 0, top: 0, right: 40, bottom: 36 };

const ground: Texture = { color: [170, 160, 140], grain: 8, spot: { x: 19, y: 18, radius: 3, color: [40, 50, 60] } };

export const tinySelected: Rect = { left: 14, top: 13, right: 24, bottom: 23 };

/** A Background, with a multiply layer above it that is not active. Ids 1 and 2. */
export function tiny(given: Partial<DocumentState> = {}): DocumentState {
  const pixels = knownPlanes(textured(tinyCanvas, 8, ground));
  const layers = [multiplyLayer(2, 200, {}, 8, tinyCanvas), newBackground(1, 40, 36, pixels)];
  return { ...aTinyScene(layers, 8), ...given };
}

/**
 * Whatever is awkward at once: 16 bit, AdobeRGB, no Background, a picture that ends inside the canvas on the right and
 * begins outside of it on the left, a layer above that must not act, a selection of all grey levels.
 */
export function awkward(): DocumentState {
  const bounds = { left: -7, top: -3, right: 37, bottom: 36 };
  const photo = pixelLayer(1, 'Photo', { depth: 16, bounds, texture: ground });
  const layers = [multiplyLayer(2, 200, {}, 16, tinyCanvas), photo];
  const profile = namedProfile('Adobe RGB (1998)');
  return { ...aTinyScene(layers, 16), ...(profile && { profile }), selection: softTiny(16) };
}

function aTinyScene(layers: readonly LayerState[], depth: Depth): DocumentState {
  const profile = namedProfile('sRGB IEC61966-2.1');
  const shape = { width: 40, height: 36, mode: 'rgb', depth, resolution: 72, ...(profile && { profile }) } as const;
  return { ...documentOf(shape, layers), activeLayers: [1], selection: solid(tinySelected, depth) };
}

/** All of a rectangle. */
export function solid(bounds: Rect, depth: Depth = 8): Coverage {
  return { bounds, samples: plane(bounds, depth, () => 255) };
}

function softTiny(depth: Depth): Coverage {
  const levelAt = (x: number, y: number) => Math.max(0, Math.min(1, (6 - Math.hypot(x - 18.5, y - 17.5)) / 2)) * 255;
  return { bounds: tinySelected, samples: plane(tinySelected, depth, levelAt) };
}
