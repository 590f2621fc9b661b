declare module 'lcms-wasm' {
  import type { Lcms } from './lcms';

  export const instantiate: (options: { readonly wasmBinary: Uint8Array }) => Promise<Lcms>;
  export const TYPE_RGB_8: number;
  export const TYPE_RGB_16: number;
  export const TYPE_GRAY_8: number;
  export const TYPE_GRAY_16: number;
  export const TYPE_CMYK_8_REV: number;
  export const TYPE_CMYK_16_REV: number;
  export const TYPE_Lab_8: number;
  export const TYPE_Lab_16: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_NOOPTIMIZE: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
}
