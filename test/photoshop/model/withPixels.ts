import { contentBounds } from './contentBounds';
import { whiteOf } from './modes';
import { knownPlanes } from './newLayer';
import { isEmptyRect, noRect, sizeOf, uniteRects } from './rects';
import { replaceLayer } from './replaceLayer';
import { copyRegion, createSamples, fullScale, regionOf } from './samples';
import type { Depth, DocumentState, LayerState, Planes, Rect, Samples } from './state';

/** A block of pixels at the document's depth; without alpha it is opaque. */
export interface PixelBlock {
  readonly bounds: Rect;
  readonly planes: Planes;
}

/**
 * Puts a block into a layer: `replace` empties the rest of the layer, `patch` keeps it. What is left is trimmed to what
 * is not wholly transparent. A Background keeps its size and has no alpha; what `replace` empties there turns white.
 */
export function withPixels(
  state: DocumentState,
  layer: number,
  block: PixelBlock,
  how: 'replace' | 'patch',
): DocumentState {
  return replaceLayer(state, layer, (old) => {
    if (old.isBackground) return { ...old, pixels: knownPlanes(onBackground(old, block, how, state)) };
    const whole =
      how === 'replace' || isEmptyRect(old.bounds)
        ? opaqueFilled(block, state.depth)
        : patched(old, block, state.depth);
    return { ...old, ...trimmed(whole) };
  });
}

interface FilledBlock {
  readonly bounds: Rect;
  readonly planes: { readonly color: readonly Samples[]; readonly alpha: Samples };
}

function opaqueFilled({ bounds, planes }: PixelBlock, depth: Depth): FilledBlock {
  const alpha = planes.alpha ?? createSamples(depth, sizeOf(bounds)).fill(fullScale(depth));
  return { bounds, planes: { color: planes.color, alpha } };
}

function patched(old: LayerState, block: PixelBlock, depth: Depth): FilledBlock {
  const bounds = uniteRects(old.bounds, block.bounds);
  const before = opaqueFilled({ bounds: old.bounds, planes: old.pixels.read() }, depth).planes;
  const after = opaqueFilled(block, depth).planes;
  const merge = (plane: Samples, patch: Samples) => {
    const merged = regionOf(plane, old.bounds, bounds, 0);
    copyRegion(patch, block.bounds, merged, bounds);
    return merged;
  };
  const color = before.color.map((plane, i) => merge(plane, after.color[i] ?? plane));
  return { bounds, planes: { color, alpha: merge(before.alpha, after.alpha) } };
}

function trimmed({ bounds, planes }: FilledBlock): Pick<LayerState, 'bounds' | 'pixels'> {
  const content = contentBounds(planes.alpha, bounds, 0);
  if (isEmptyRect(content)) return { bounds: noRect, pixels: knownPlanes({ color: [] }) };
  const cut = (plane: Samples) => (sizeOf(content) === plane.length ? plane : regionOf(plane, bounds, content, 0));
  return { bounds: content, pixels: knownPlanes({ color: planes.color.map(cut), alpha: cut(planes.alpha) }) };
}

function onBackground(old: LayerState, block: PixelBlock, how: 'replace' | 'patch', state: DocumentState): Planes {
  const values = whiteOf(state);
  const white = (i: number) => createSamples(state.depth, sizeOf(old.bounds)).fill(values[i] ?? 0);
  const before = old.pixels.read().color;
  const color = block.planes.color.map((patch, i) => {
    const plane = how === 'replace' ? white(i) : (before[i]?.slice() ?? white(i));
    copyRegion(patch, block.bounds, plane, old.bounds);
    return plane;
  });
  return { color };
}
