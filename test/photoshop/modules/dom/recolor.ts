import { modes } from '../../model/modes';
import { knownPlanes } from '../../model/newLayer';
import type { DocumentState, LayerState, Mode } from '../../model/state';
import type { ColorTag } from '../core';
import { platformError } from '../errors';
import { convertColors, documentTag, tagForMode } from '../imaging/spaces';
import type { Session } from '../session';

/** All layers in another mode or profile; `profile` is a name, without it the mode's working space. */
export function recolored(
  session: Session,
  state: DocumentState,
  mode: Mode,
  profile: string | undefined,
): DocumentState {
  demandConvertible(state, mode);
  return inColors(session, state, tagForMode(session, state, mode, profile ?? '').tag);
}

/** All layers in the colors of a tag, whose profile need not be known by name. */
export function inColors(session: Session, state: DocumentState, tag: ColorTag): DocumentState {
  demandConvertible(state, tag.mode);
  const from = documentTag(state);
  if (from.mode === tag.mode && from.profile === tag.profile) return state;
  const { profile: _profile, storedComposite: _stale, ...rest } = state;
  return {
    ...rest,
    mode: tag.mode,
    ...(tag.profile && { profile: tag.profile }),
    layers: state.layers.map((layer) => recoloredLayer(session, layer, from, tag)),
  };
}

function demandConvertible(state: DocumentState, mode: Mode): void {
  const target = modes[mode];
  if (!target.colors || !modes[state.mode].colors || !target.depths.includes(state.depth)) {
    throw platformError('The command “Convert Mode” is not currently available.', -25920);
  }
}

/** In the profile of that name, and by a switch also in its mode, where that is another one. */
export function inProfile(session: Session, state: DocumentState, profile: string): DocumentState {
  const knows = (one: Mode) => session.core.profileNames(one).includes(profile);
  const mode = knows(state.mode) ? state.mode : (Object.keys(modes) as Mode[]).find(knows);
  const isOther = mode !== undefined && mode !== state.mode;
  if (isOther && session.switches.profileMode === 'refuses') {
    throw platformError('The command “Convert to Profile” is not currently available.', -25920);
  }
  return recolored(session, state, isOther ? mode : state.mode, profile);
}

function recoloredLayer(session: Session, layer: LayerState, from: ColorTag, to: ColorTag): LayerState {
  if (layer.children) {
    return { ...layer, children: layer.children.map((child) => recoloredLayer(session, child, from, to)) };
  }
  const { origin: _origin, ...rest } = layer;
  const { color, alpha } = layer.pixels.read();
  return { ...rest, pixels: knownPlanes({ color: convertColors(session, color, from, to), ...(alpha && { alpha }) }) };
}
