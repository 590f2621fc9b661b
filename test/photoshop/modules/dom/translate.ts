import { replaceLayer } from '../../model/replaceLayer';
import type { DocumentState, LayerState } from '../../model/state';
import { shift } from '../imaging/rect';
import type { Session } from '../session';
import { movedLayer } from './movedLayer';
import { movedPart } from './movedPart';

/** A layer moved by whole pixels; or, while something is selected, perhaps only what is selected of its pixels. */
export function withLayerMoved(
  { switches }: Session,
  state: DocumentState,
  layer: LayerState,
  x: number,
  y: number,
): DocumentState {
  const { selection } = state;
  const isMoved = x !== 0 || y !== 0;
  if (isMoved && selection && layer.kind === 'pixel' && switches.moveSelected === 'selection') {
    const moved = replaceLayer(state, layer.id, (old) => movedPart(old, selection, x, y));
    return { ...moved, selection: { ...selection, bounds: shift(selection.bounds, x, y) } };
  }
  return replaceLayer(state, layer.id, ({ origin: _origin, ...old }) => movedLayer(old, x, y));
}
