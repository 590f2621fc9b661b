/**
 * 0 keeps the source, full scale (255, or 32768 at 16 bit) replaces it. Soft edges are the values between, as deep as
 * the selection came. Row by row from the top left.
 */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint16Array;
}
