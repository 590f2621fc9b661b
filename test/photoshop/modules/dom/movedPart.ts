import { knownPlanes } from '../../model/newLayer';
import { heightOf, intersectRects, isEmptyRect, uniteRects, widthOf } from '../../model/rects';
import { createSamples, depthOf, fullScale, regionOf } from '../../model/samples';
import type { Coverage, LayerState, Rect, Samples } from '../../model/state';
import { platformError } from '../errors';
import { filled, toDepth } from '../imaging/planes';
import { shift } from '../imaging/rect';

/** A layer of which only what is selected is moved, over what stays of it. */
export function movedPart(
  { origin: _origin, ...layer }: LayerState,
  { bounds: selected, samples }: Coverage,
  x: number,
  y: number,
): LayerState {
  const part = intersectRects(layer.bounds, selected);
  if (isEmptyRect(part)) throw platformError('Could not move because the selected area is empty.', -25920);
  const bounds = uniteRects(layer.bounds, shift(part, x, y));
  const { color, alpha } = layer.pixels.read();
  const depth = depthOf(color[0]);
  const own = alpha ?? filled(depth, widthOf(layer.bounds) * heightOf(layer.bounds), 1);
  const shares = toDepth(samples, depth);
  /** What a plane has at each pixel of the bounds, as it stood and as it has moved. */
  const both = (plane: Samples, from: Rect): Pair => ({
    stood: regionOf(plane, from, bounds, 0),
    moved: regionOf(plane, shift(from, x, y), bounds, 0),
  });
  const opacities = splitOpacity(both(own, layer.bounds), both(shares, selected));
  const planes = color.map((plane) => laidOver(both(plane, layer.bounds), opacities));
  return { ...layer, bounds, pixels: knownPlanes({ color: planes, alpha: opacityOf(opacities) }) };
}

interface Pair {
  readonly stood: Samples;
  readonly moved: Samples;
}

/** How opaque what stays is, and what has moved. */
function splitOpacity(own: Pair, share: Pair): Pair {
  const full = fullScale(depthOf(own.stood));
  return {
    stood: mapped(own.stood, (i) => (own.stood[i] * (full - share.stood[i])) / full),
    moved: mapped(own.moved, (i) => (own.moved[i] * share.moved[i]) / full),
  };
}

function opacityOf({ stood, moved }: Pair): Samples {
  const full = fullScale(depthOf(stood));
  return mapped(stood, (i) => moved[i] + (stood[i] * (full - moved[i])) / full);
}

function laidOver(color: Pair, opacity: Pair): Samples {
  const full = fullScale(depthOf(color.stood));
  return mapped(color.stood, (i) => {
    const over = opacity.moved[i];
    const under = (opacity.stood[i] * (full - over)) / full;
    return over + under === 0 ? 0 : (color.moved[i] * over + color.stood[i] * under) / (over + under);
  });
}

function mapped(like: Samples, value: (index: number) => number): Samples {
  const depth = depthOf(like);
  const made = createSamples(depth, like.length);
  for (let i = 0; i < made.length; i++) made[i] = depth === 32 ? value(i) : Math.round(value(i));
  return made;
}
