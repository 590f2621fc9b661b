import * as module from 'lcms-wasm';
import type { Samples } from '../model/state';

/** The part of Little CMS that is used here; the package comes without types. */
export interface Lcms {
  cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number;
  cmsCreateLab4Profile(whitePoint: null): number;
  cmsCloseProfile(profile: number): void;
  cmsCreateTransform(
    from: number,
    fromFormat: number,
    to: number,
    toFormat: number,
    intent: number,
    flags: number,
  ): number;
  cmsDoTransform(transform: number, values: Samples, pixels: number): Samples;
}

export const instantiate: (options: { readonly wasmBinary: Uint8Array }) => Promise<Lcms> = module.instantiate;

/** Four-byte numbers: the engine knows them, the package has no name for them (`lcms2.h`, "Format of pixel"). */
const floats = (space: number, channels: number) => (1 << 22) | (space << 16) | (channels << 3) | 4;

/** CMYK as files have it: full scale is no ink. */
export const formats = {
  rgb: { 8: module.TYPE_RGB_8, 16: module.TYPE_RGB_16, 32: floats(4, 3) },
  gray: { 8: module.TYPE_GRAY_8, 16: module.TYPE_GRAY_16, 32: floats(3, 1) },
  lab: { 8: module.TYPE_Lab_8, 16: module.TYPE_Lab_16, 32: floats(10, 3) },
  cmyk: { 8: module.TYPE_CMYK_8_REV, 16: module.TYPE_CMYK_16_REV, 32: floats(6, 4) },
} as const;

export const relativeColorimetric = module.INTENT_RELATIVE_COLORIMETRIC;
export const withBlackPointCompensation = module.cmsFLAGS_BLACKPOINTCOMPENSATION;
export const withoutShortcuts = module.cmsFLAGS_NOOPTIMIZE;
