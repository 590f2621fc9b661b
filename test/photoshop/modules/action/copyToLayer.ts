import { knownPlanes } from '../../model/newLayer';
import { canvasOf, intersectRects, isEmptyRect } from '../../model/rects';
import { createSamples, depthOf, fullScale, regionOf } from '../../model/samples';
import type { Coverage, DocumentState, LayerState } from '../../model/state';
import { withNewLayer } from '../dom/arrange';
import { commit } from '../dom/change';
import { newLayer } from '../dom/newLayer';
import { toDepth } from '../imaging/planes';
import type { Session } from '../session';
import { commandNotAvailable } from './commandError';
import type { Command } from './commands';
import type { Result } from './get';
import { targetInFront } from './target';

/** What is selected of the active layer as a new layer above it. The selection is gone afterwards. */
export function copyToLayer(session: Session, _command: Command): Result {
  const { document, layers } = targetInFront(session, []);
  const [source] = layers;
  const { selection, ...rest } = document.state;
  if (source?.kind !== 'pixel' || !selection) throw commandNotAvailable('Layer Via Copy');
  const made = { ...newLayer(session, document, 'pixel', 'copyToLayer', {}), ...selectedOf(source, selection, rest) };
  commit(session, document, withNewLayer(rest, made, { above: source.id }), 'Layer Via Copy');
  return { layerID: made.id };
}

function selectedOf(layer: LayerState, { bounds, samples }: Coverage, state: DocumentState) {
  const area = intersectRects(intersectRects(layer.bounds, bounds), canvasOf(state));
  if (isEmptyRect(area)) throw commandNotAvailable('Layer Via Copy');
  const { color, alpha } = layer.pixels.read();
  const shown = regionOf(toDepth(samples, state.depth), bounds, area, 0);
  const own = alpha && regionOf(alpha, layer.bounds, area, 0);
  const full = fullScale(depthOf(shown));
  const covered = createSamples(state.depth, shown.length);
  for (let i = 0; i < shown.length; i++) covered[i] = own ? Math.round((shown[i] * own[i]) / full) : shown[i];
  const pixels = knownPlanes({ color: color.map((plane) => regionOf(plane, layer.bounds, area, 0)), alpha: covered });
  return { bounds: area, pixels };
}
