declare module '@jsquash/webp/codec/dec/webp_dec.js' {
  /** Straight RGBA, row by row. */
  interface Decoded {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }
  const start: (options: {
    readonly noInitialRun: true;
    readonly wasmBinary: Uint8Array;
  }) => Promise<{ readonly decode: (file: Uint8Array) => Decoded | null }>;
  export { start as default };
}

declare module '@jsquash/webp/codec/enc/webp_enc.js' {
  const start: (options: { readonly noInitialRun: true; readonly wasmBinary: Uint8Array }) => Promise<{
    readonly encode: (rgba: Uint8Array, width: number, height: number, options: object) => Uint8Array | null;
  }>;
  export { start as default };
}

declare module '@jsquash/webp/meta.js' {
  export const defaultOptions: object;
}
