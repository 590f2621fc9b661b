import { colorChannelsOf } from '../../model/modes';
import { depthOf } from '../../model/samples';
import type { Depth, DocumentState, Mode, Samples } from '../../model/state';
import type { ColorTag } from '../core';
import { platformError } from '../errors';
import type { Session } from '../session';
import type { SpaceName } from './imageStore';
import { toDepth } from './planes';

const spaces: { readonly [Space in SpaceName]: Mode } = { RGB: 'rgb', Grayscale: 'gray', Lab: 'lab' };

/** The space of imaging that has the colors of a mode; nothing where imaging does not know it. */
export function spaceOf(mode: Mode): SpaceName | undefined {
  return (Object.keys(spaces) as SpaceName[]).find((space) => spaces[space] === mode);
}

export function modeOf(space: SpaceName): Mode {
  return spaces[space];
}

const labName = 'Lab D50';

export function colorComponents(space: SpaceName): number {
  return colorChannelsOf(modeOf(space));
}

export function documentTag({ mode, profile }: DocumentState): ColorTag {
  return { mode, ...(profile && { profile }) };
}

/** The name of a document's profile; empty for an untagged one. At 32 bit Photoshop may speak of its linear version. */
export function profileNameOf({ core, switches }: Session, { profile, depth, mode }: DocumentState): string {
  const name = profile ? core.profileName(profile) : '';
  if (depth !== 32 || name === '' || linearSuffix.test(name) || switches.linearName === 'plain') return name;
  return `${name} (Linear ${mode === 'gray' ? 'Gray' : 'RGB'} Profile)`;
}

const linearSuffix = / \(Linear .* Profile\)$/;

/**
 * The colors of `space` in the profile of that name. Without a name: those of the document where it has that space,
 * else the working space.
 */
export function tagFor(
  session: Session,
  state: DocumentState,
  space: SpaceName,
  name: string,
): { readonly tag: ColorTag; readonly name: string } {
  if (space === 'Lab') return { tag: { mode: 'lab' }, name: labName };
  return tagForMode(session, state, modeOf(space), name);
}

/** The same for any mode that has colors, Lab apart. */
export function tagForMode(session: Session, state: DocumentState, mode: Mode, name: string) {
  const isDocuments = state.mode === mode;
  if (name === '' && isDocuments) return { tag: documentTag(state), name: profileNameOf(session, state) };
  if (mode === 'lab') return { tag: { mode }, name: labName };
  const wanted = name === '' ? session.core.workingName(mode) : name;
  if (isDocuments && state.depth !== 32 && wanted === profileNameOf(session, state)) {
    return { tag: documentTag(state), name: wanted };
  }
  const profile = session.core.profileNamed(wanted);
  if (!profile) throw platformError(`The color profile "${wanted}" is not available.`);
  return { tag: { mode, profile }, name: wanted };
}

export function convertColors(
  { core }: Session,
  color: readonly Samples[],
  from: ColorTag,
  to: ColorTag,
  depth: Depth = depthOfAll(color),
): readonly Samples[] {
  const isLight = (depth === 32) !== (depthOfAll(color) === 32);
  const isSame = from.mode === to.mode && sameProfile(from.profile, to.profile);
  if (isLight) return core.convert(color, from, to, depth);
  const converted = isSame ? color : core.convert(color, from, to, depthOfAll(color));
  return converted.map((plane) => toDepth(plane, depth));
}

/**
 * Whether values at that depth in a profile that was named follow its curve. They are brought to it, or from it, at 16
 * bit: nothing of them is darker than black or brighter than white.
 */
export function followsCurve({ switches }: Session, name: string, space: SpaceName, depth: Depth): boolean {
  return depth === 32 && name !== '' && space !== 'Lab' && switches.namedLight === 'curved';
}

function depthOfAll([first]: readonly Samples[]): Depth {
  return first ? depthOf(first) : 8;
}

function sameProfile(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
