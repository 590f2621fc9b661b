import { documentOf } from '../../photoshop/model/createDocument';
import { whiteOf } from '../../photoshop/model/modes';
import { newBackground } from '../../photoshop/model/newBackground';
import { knownPlanes, newPixelLayer } from '../../photoshop/model/newLayer';
import { createSamples, fullScale } from '../../photoshop/model/samples';
import type { Coverage, Depth, DocumentState, LayerState, Mode, Rect } from '../../photoshop/model/state';
import type { Core } from '../../photoshop/modules/core';
import { type Texture, textured } from './texture';

const canvas: Rect = { left: 0, top: 0, right: 96, bottom: 80 };
const ground: Texture = {
  color: [150, 165, 130],
  grain: 6,
  spot: { x: 46, y: 38, radius: 9, color: [60, 40, 50] },
};

/** Around the dark spot that is to go. */
export const sceneSpot: Rect = { left: 35, top: 27, right: 58, bottom: 50 };

/** The same scene in any mode and depth: a photograph, and a veil above it that is not active. */
export function documentIn(
  mode: Mode,
  depth: Depth,
  core: Core,
  profile?: Uint8Array,
  selection?: Coverage,
): DocumentState {
  const { color } = textured(canvas, 16, ground);
  const srgb = core.profileNamed('sRGB IEC61966-2.1');
  const from = { mode: 'rgb', ...(srgb && { profile: srgb }) } as const;
  const tag = { ...(profile && { profile }) };
  const converted = core.convert(color, from, { mode, ...tag }, depth);
  const base = { width: 96, height: 80, mode, depth, resolution: 72, ...tag };
  const photo = newBackground(1, 96, 80, knownPlanes({ color: converted }));
  return { ...documentOf(base, [veil(mode, depth), photo]), activeLayers: [1], ...(selection && { selection }) };
}

/** The spot as a selection of all gray levels. */
export function softSpot(depth: Depth): Coverage {
  const { left, top, right, bottom } = sceneSpot;
  const samples = createSamples(depth, (right - left) * (bottom - top));
  for (let y = top, i = 0; y < bottom; y++) {
    for (let x = left; x < right; x++, i++) {
      const share = Math.min(1, Math.max(0, (12 - Math.hypot(x - 46, y - 38)) / 2));
      samples[i] = depth === 32 ? share : Math.round(share * fullScale(depth));
    }
  }
  return { bounds: sceneSpot, samples };
}

function veil(mode: Mode, depth: Depth): LayerState {
  const size = 96 * 80;
  const color = whiteOf({ mode, depth }).map((value) => createSamples(depth, size).fill(value));
  const pixels = knownPlanes({ color, alpha: createSamples(depth, size).fill(fullScale(depth)) });
  return { ...newPixelLayer(2, 'Veil'), bounds: canvas, pixels, opacity: 40 };
}
