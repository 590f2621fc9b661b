import { damaged } from '../damagedFile';

/** The bits of a deflated stream, lowest first: what was taken from `bytes` and not yet used stands in `hold`. */
export interface Bits {
  readonly bytes: Uint8Array;
  at: number;
  hold: number;
  count: number;
}

/** After the two bytes that a zlib stream begins with. */
export function bitsOfZlib(bytes: Uint8Array): Bits {
  const [method, flags] = [bytes[0] ?? 0, bytes[1] ?? 0];
  const isZlib = (method & 15) === 8 && method >> 4 < 8 && ((method << 8) | flags) % 31 === 0 && (flags & 32) === 0;
  if (!isZlib) damaged('compressed pixels cannot be unpacked');
  return { bytes, at: 2, hold: 0, count: 0 };
}

/** Up to 16 bits as a number. */
export function takeBits(bits: Bits, count: number): number {
  while (bits.count < count) {
    if (bits.at >= bits.bytes.length) damaged('compressed pixels are incomplete');
    bits.hold |= bits.bytes[bits.at++] << bits.count;
    bits.count += 8;
  }
  const value = bits.hold & ((1 << count) - 1);
  bits.hold >>>= count;
  bits.count -= count;
  return value;
}

/** Drops the rest of a byte that was begun. */
export function alignToByte(bits: Bits): void {
  bits.at -= bits.count >> 3;
  bits.hold = 0;
  bits.count = 0;
}
