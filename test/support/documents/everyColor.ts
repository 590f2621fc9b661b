import { documentOf } from '../../photoshop/model/createDocument';
import { colorChannelsOf, whiteOf } from '../../photoshop/model/modes';
import { newBackground } from '../../photoshop/model/newBackground';
import { knownPlanes, newPixelLayer } from '../../photoshop/model/newLayer';
import { createSamples, fullScale } from '../../photoshop/model/samples';
import type { Depth, DocumentState, LayerState, Mode, Samples } from '../../photoshop/model/state';

const side = 48;
const canvas = { left: 0, top: 0, right: side, bottom: side };

/**
 * Colors from all over a mode, the corners of its space among them (for CMYK: solid inks and all overprints, which no
 * RGB space that a screen shows can hold), under a veil that is not active. `clear`: without a Background, and fading.
 */
export function everyColor(mode: Mode, depth: Depth, ground: 'solid' | 'clear', profile?: Uint8Array): DocumentState {
  const color = Array.from({ length: colorChannelsOf(mode) }, (_, channel) => scattered(depth, channel));
  const alpha = createSamples(depth, side * side);
  for (let i = 0; i < alpha.length; i++) alpha[i] = levelOf(depth, Math.min(1, (i % side) / (side * 0.75) + 0.02));
  const photo =
    ground === 'solid'
      ? newBackground(1, side, side, knownPlanes({ color }))
      : { ...newPixelLayer(1, 'Photo'), bounds: canvas, pixels: knownPlanes({ color, alpha }) };
  const shape = { width: side, height: side, mode, depth, resolution: 72, ...(profile && { profile }) };
  return { ...documentOf(shape, [veil(mode, depth), photo]), activeLayers: [1] };
}

/** The corners first, one pixel each; then values from all over. */
function scattered(depth: Depth, channel: number): Samples {
  const plane = createSamples(depth, side * side);
  for (let i = 0; i < plane.length; i++) {
    const corner = (i >> channel) & 1;
    const share = (((i * 2654435761 + channel * 40503) >>> 7) % 1021) / 1020;
    const value = i < 16 ? corner : share;
    // light goes below black and above white
    plane[i] = depth === 32 ? value * 3 - 0.5 : levelOf(depth, value);
  }
  return plane;
}

function levelOf(depth: Depth, share: number): number {
  return depth === 32 ? share : Math.round(share * fullScale(depth));
}

function veil(mode: Mode, depth: Depth): LayerState {
  const color = whiteOf({ mode, depth }).map((value) => createSamples(depth, side * side).fill(value));
  const alpha = createSamples(depth, side * side).fill(fullScale(depth));
  return { ...newPixelLayer(2, 'Veil'), bounds: canvas, pixels: knownPlanes({ color, alpha }), opacity: 40 };
}
