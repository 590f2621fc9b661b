import type { DocumentState, Planes } from '../photoshop/model/state';
import type { Core } from '../photoshop/modules/core';

export interface RgbPicture {
  readonly planes: Planes;
  readonly profile?: Uint8Array;
}

/** A part of a document's picture as a PNG can hold it: RGB stays as it is, other modes and 32 bit become sRGB. */
export function asRgb({ mode, depth, profile }: DocumentState, planes: Planes, core: Core): RgbPicture {
  if (mode === 'rgb' && depth !== 32) return { planes, ...(profile && { profile }) };
  const srgb = core.profileNamed('sRGB IEC61966-2.1');
  if (!srgb) throw new Error('sRGB is always there');
  const shown = depth === 32 ? 16 : depth;
  const { color, alpha } = planes;
  const rgb = core.convert(color, { mode, ...(profile && { profile }) }, { mode: 'rgb', profile: srgb }, shown);
  return { planes: { color: rgb, ...(alpha && { alpha: depth === 32 ? sixteen(alpha) : alpha }) }, profile: srgb };
}

function sixteen(alpha: ArrayLike<number>): Uint16Array {
  const counted = new Uint16Array(alpha.length);
  for (let i = 0; i < alpha.length; i++) counted[i] = Math.round(Math.min(1, Math.max(0, alpha[i])) * 32768);
  return counted;
}
