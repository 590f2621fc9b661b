import { profileModel } from '../color/profileName';
import { modes } from '../model/modes';
import type { Mode } from '../model/state';

/** The profile that a picture carries, where it describes such colors as the picture has; another one is left away. */
export function fittingProfile(profile: Uint8Array | undefined, mode: Mode): { readonly profile?: Uint8Array } {
  return profile && profileModel(profile) === modes[mode].colors ? { profile } : {};
}
