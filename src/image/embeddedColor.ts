/** What a file says about the colors of its picture. */
export type EmbeddedColor =
  /** Nothing: taken for sRGB. */
  | { readonly kind: 'untagged' }
  | { readonly kind: 'srgb' }
  /** An ICC profile. */
  | { readonly kind: 'profile'; readonly bytes: Uint8Array }
  /** One exponent that leads to light, and where white, red, green and blue lie: x and y of each, in CIE 1931. */
  | { readonly kind: 'gamma'; readonly exponent: number; readonly primaries: readonly number[] };
