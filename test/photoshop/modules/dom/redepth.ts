import { knownPlanes } from '../../model/newLayer';
import { createSamples } from '../../model/samples';
import type { Depth, DocumentState, LayerState, LazyPlanes, Mode, Samples } from '../../model/state';
import { platformError } from '../errors';
import { toDepth } from '../imaging/planes';

/** All values of a document at another depth, to the nearest step. 32 bit is light: that takes a conversion of colors. */
export function inDepth(state: DocumentState, depth: Depth): DocumentState {
  if (state.depth === depth) return state;
  if (state.depth === 32 || depth === 32)
    throw platformError('The command “Convert Mode” is not available here.', -25920);
  const { storedComposite: _stale, selection, ...rest } = state;
  return {
    ...rest,
    depth,
    layers: state.layers.map((layer) => layerInDepth(layer, state.mode, depth)),
    channels: state.channels.map((channel) => ({ ...channel, pixels: planesInDepth(channel.pixels, 'gray', depth) })),
    ...(selection && { selection: { ...selection, samples: toDepth(selection.samples, depth) } }),
  };
}

function layerInDepth({ origin: _origin, mask, ...layer }: LayerState, mode: Mode, depth: 8 | 16): LayerState {
  return {
    ...layer,
    pixels: planesInDepth(layer.pixels, mode, depth),
    ...(mask && {
      mask: { ...mask, samples: () => toDepth(mask.samples(), depth), outside: outsideIn(mask.outside, depth) },
    }),
    ...(layer.children && { children: layer.children.map((child) => layerInDepth(child, mode, depth)) }),
  };
}

function outsideIn(outside: number, depth: 8 | 16): number {
  if (outside === 0) return 0;
  return depth === 8 ? 255 : 32768;
}

function planesInDepth(pixels: LazyPlanes, mode: Mode, depth: 8 | 16): LazyPlanes {
  const { color, alpha } = pixels.read();
  const isSide = (channel: number) => mode === 'lab' && channel > 0;
  const converted = color.map((plane, i) => (isSide(i) ? sideInDepth(plane, depth) : toDepth(plane, depth)));
  return knownPlanes({ color: converted, ...(alpha && { alpha: toDepth(alpha, depth) }) });
}

/** The sides of Lab have their neutral at 128, and at 16384. */
function sideInDepth(plane: Samples, depth: 8 | 16): Samples {
  const converted = createSamples(depth, plane.length);
  const [scale, most] = depth === 8 ? [1 / 128, 255] : [128, 32768];
  for (let i = 0; i < plane.length; i++) converted[i] = Math.min(most, Math.round(plane[i] * scale));
  return converted;
}
