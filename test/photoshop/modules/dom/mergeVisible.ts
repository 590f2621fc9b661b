import { allLayers } from '../../model/findLayer';
import { knownPlanes } from '../../model/newLayer';
import { canvasOf } from '../../model/rects';
import type { DocumentState, LayerState } from '../../model/state';
import { platformError } from '../errors';
import type { Session } from '../session';

/** What is seen as one layer, at the place of the lowest visible one; hidden layers stay. */
export function withVisibleMerged({ core, switches }: Session, state: DocumentState): DocumentState {
  const shown = state.layers.filter(({ visible }) => visible);
  const lowest = shown.at(-1);
  const isAlone = shown.length === 1 && allLayers({ layers: shown }).length === 1;
  if (!lowest || (isAlone && switches.mergeOne === 'rejects')) {
    throw platformError('The command “Merge Visible” is not currently available.', -25920);
  }
  const bounds = canvasOf(state);
  const merged: LayerState = {
    ...plain(lowest),
    kind: 'pixel',
    opacity: 255,
    fillOpacity: 255,
    blendMode: 'norm',
    clipped: false,
    bounds,
    pixels: knownPlanes(core.composite(state, bounds)),
    hasVectorMask: false,
    hasEffects: false,
  };
  const layers = state.layers.flatMap((layer) => {
    if (layer === lowest) return [merged];
    return layer.visible ? [] : [layer];
  });
  return { ...state, layers, activeLayers: [merged.id] };
}

function plain({
  origin: _origin,
  mask: _mask,
  xmp: _xmp,
  children: _children,
  artboard: _artboard,
  ...rest
}: LayerState) {
  return rest;
}
