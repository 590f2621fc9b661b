import * as module from 'lcms-wasm';

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
  cmsDoTransform(transform: number, values: Uint8Array | Uint16Array, pixels: number): Uint8Array | Uint16Array;
}

export const instantiate: (options: { readonly wasmBinary: Uint8Array }) => Promise<Lcms> = module.instantiate;

export const formats = {
  rgb: { 8: module.TYPE_RGB_8, 16: module.TYPE_RGB_16 },
  gray: { 8: module.TYPE_GRAY_8, 16: module.TYPE_GRAY_16 },
  lab: { 8: module.TYPE_Lab_8, 16: module.TYPE_Lab_16 },
} as const;

export const relativeColorimetric = module.INTENT_RELATIVE_COLORIMETRIC;
export const withBlackPointCompensation = module.cmsFLAGS_BLACKPOINTCOMPENSATION;
export const withoutShortcuts = module.cmsFLAGS_NOOPTIMIZE;
