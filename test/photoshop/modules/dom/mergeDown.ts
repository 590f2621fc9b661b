import { siblingsOf } from '../../model/findLayer';
import { knownPlanes } from '../../model/newLayer';
import { canvasOf, intersectRects, uniteRects } from '../../model/rects';
import { removeLayer } from '../../model/removeLayer';
import { replaceLayer } from '../../model/replaceLayer';
import type { DocumentState, LayerState } from '../../model/state';
import { platformError } from '../errors';
import type { Session } from '../session';

/**
 * The active layer and the one beneath it as one, which keeps the lower one's name and place, and what of both lies on
 * the canvas. Only layers of plain pixels.
 */
export function mergedDown({ core }: Session, state: DocumentState): DocumentState {
  const [active, ...more] = state.activeLayers;
  const siblings = active === undefined ? [] : siblingsOf(state, active);
  const at = siblings.findIndex(({ id }) => id === active);
  const [upper, lower] = [siblings.at(at), siblings.at(at + 1)];
  if (at < 0 || more.length > 0 || !upper || !lower || !isPlain(upper) || !isPlain(lower)) {
    throw platformError('The command “Merge Down” is not currently available.', -25920);
  }
  const { storedComposite: _stale, origin: _file, ...rest } = state;
  const bounds = intersectRects(uniteRects(upper.bounds, lower.bounds), canvasOf(state));
  const pixels = knownPlanes(core.composite({ ...rest, layers: [upper, lower] }, bounds));
  const { origin: _origin, ...kept } = lower;
  const merged = replaceLayer(removeLayer(state, upper.id), lower.id, () => ({ ...kept, bounds, pixels }));
  return { ...merged, activeLayers: [lower.id] };
}

function isPlain({ kind, visible, blendMode, opacity, fillOpacity, mask, clipped, ...rest }: LayerState): boolean {
  const isOpaque = blendMode === 'norm' && opacity === 255 && fillOpacity === 255;
  return kind === 'pixel' && visible && isOpaque && !mask && !clipped && !rest.hasVectorMask && !rest.hasEffects;
}
