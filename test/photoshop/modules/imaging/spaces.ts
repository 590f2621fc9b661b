import type { DocumentState, Mode, Samples } from '../../model/state';
import type { ColorTag } from '../core';
import { platformError } from '../errors';
import type { Session } from '../session';
import type { SpaceName } from './imageStore';

export function spaceOf(mode: Mode): SpaceName {
  if (mode === 'gray') return 'Grayscale';
  return mode === 'lab' ? 'Lab' : 'RGB';
}

export function modeOf(space: SpaceName): Mode {
  if (space === 'Grayscale') return 'gray';
  return space === 'Lab' ? 'lab' : 'rgb';
}

/** What Photoshop takes where a space is asked for without a profile. */
const workingProfiles: { readonly [Space in SpaceName]: string } = {
  RGB: 'sRGB IEC61966-2.1',
  Grayscale: 'Gray Gamma 2.2',
  Lab: 'Lab D50',
};

export function colorComponents(space: SpaceName): number {
  return space === 'Grayscale' ? 1 : 3;
}

export function documentTag({ mode, profile }: DocumentState): ColorTag {
  return { mode, ...(profile && { profile }) };
}

/** The name of a document's profile; empty for an untagged one. */
export function profileNameOf({ core }: Session, { profile }: DocumentState): string {
  return profile ? core.profileName(profile) : '';
}

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
  const isDocuments = spaceOf(state.mode) === space;
  if (name === '' && isDocuments) return { tag: documentTag(state), name: profileNameOf(session, state) };
  const wanted = name === '' ? workingProfiles[space] : name;
  if (isDocuments && wanted === profileNameOf(session, state)) return { tag: documentTag(state), name: wanted };
  if (space === 'Lab') return { tag: { mode: 'lab' }, name: workingProfiles.Lab };
  const profile = session.core.profileNamed(wanted);
  if (!profile) throw platformError(`The color profile "${wanted}" is not available.`);
  return { tag: { mode: modeOf(space), profile }, name: wanted };
}

export function convertColors(
  { core }: Session,
  color: readonly Samples[],
  from: ColorTag,
  to: ColorTag,
): readonly Samples[] {
  if (from.mode === to.mode && sameProfile(from.profile, to.profile)) return color;
  return core.convert(color, from, to);
}

function sameProfile(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
