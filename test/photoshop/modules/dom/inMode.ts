import { allLayers } from '../../model/findLayer';
import type { DocumentState, LayerState, Mode } from '../../model/state';
import { platformError } from '../errors';
import type { Session } from '../session';
import { flattened } from './geometry';
import { recolored } from './recolor';

/** In another mode, in its working space. What becomes of adjustment layers is a habit. */
export function inMode(session: Session, state: DocumentState, mode: Mode): DocumentState {
  const isAdjusted = allLayers(state).some(({ kind }) => kind === 'adjustment');
  return recolored(session, isAdjusted && state.mode !== mode ? settled(session, state) : state, mode, undefined);
}

function settled(session: Session, state: DocumentState): DocumentState {
  switch (session.switches.modeAdjustments) {
    case 'kept':
      return state;
    case 'discarded':
      return { ...state, layers: withoutAdjustments(state.layers) };
    case 'flattens':
      return flattened(session, state);
    case 'refuses':
      throw platformError('The command “Convert Mode” is not currently available.', -25920);
  }
}

function withoutAdjustments(layers: readonly LayerState[]): readonly LayerState[] {
  return layers
    .filter(({ kind }) => kind !== 'adjustment')
    .map((layer) => (layer.children ? { ...layer, children: withoutAdjustments(layer.children) } : layer));
}
