import { contentBounds } from './contentBounds';
import { isEmptyRect, noRect, uniteRects } from './rects';
import { replaceLayer } from './replaceLayer';
import { copyRegion, regionOf } from './samples';
import type { Coverage, DocumentState, LayerMaskState } from './state';

/**
 * Puts a block into a layer's mask, and makes the mask where there is none. `replace` gives up all that was there;
 * `patch` keeps the rest. `outside` (0 or full scale) is the value beyond the block where the mask is new or replaced;
 * the mask is trimmed to what differs from it.
 */
export function withMask(
  state: DocumentState,
  layer: number,
  block: Coverage,
  how: 'replace' | 'patch',
  outside = 0,
): DocumentState {
  return replaceLayer(state, layer, (old) => {
    const before = how === 'patch' ? old.mask : undefined;
    const whole = before ? patched(before, block) : block;
    const base = old.mask ?? { disabled: false, density: 255, feather: 0 };
    return { ...old, mask: trimmed({ ...base, outside: before?.outside ?? outside }, whole) };
  });
}

export function withoutMask(state: DocumentState, layer: number): DocumentState {
  return replaceLayer(state, layer, ({ mask: _mask, ...rest }) => rest);
}

function patched({ bounds, outside, samples }: LayerMaskState, block: Coverage): Coverage {
  const whole = uniteRects(bounds, block.bounds);
  const merged = regionOf(samples(), bounds, whole, outside);
  copyRegion(block.samples, block.bounds, merged, whole);
  return { bounds: whole, samples: merged };
}

function trimmed(
  { disabled, density, feather, outside }: Omit<LayerMaskState, 'bounds' | 'samples' | 'origin'>,
  whole: Coverage,
): LayerMaskState {
  const content = contentBounds(whole.samples, whole.bounds, outside);
  const cut = isEmptyRect(content)
    ? whole.samples.slice(0, 0)
    : regionOf(whole.samples, whole.bounds, content, outside);
  const bounds = isEmptyRect(content) ? noRect : content;
  return { bounds, outside, samples: () => cut, disabled, density, feather };
}
