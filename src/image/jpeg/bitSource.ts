import { mustHold } from '../../base/unreadable';

/** The bits of a scan, first bit highest. After its last byte, and before every marker, only zeros come. */
export interface BitSource {
  readonly bytes: Uint8Array;
  at: number;
  /** The lowest `count` bits are still to be read. */
  bits: number;
  count: number;
  /** So many bytes of zeros have been made up. */
  madeUp: number;
}

export function bitSource(bytes: Uint8Array, at: number): BitSource {
  return { bytes, at, bits: 0, count: 0, madeUp: 0 };
}

/** Fills up to at least 25 bits. A byte of ones is followed by a zero, else it begins a marker. */
export function refill(source: BitSource): void {
  const { bytes } = source;
  let { at, bits, count } = source;
  while (count <= 24) {
    let byte = 0;
    if (at >= bytes.length) source.madeUp++;
    else {
      byte = bytes[at];
      if (byte !== 0xff) at++;
      else if (bytes[at + 1] === 0) at += 2;
      else {
        byte = 0;
        source.madeUp++;
      }
    }
    bits = (bits << 8) | byte;
    count += 8;
  }
  source.at = at;
  source.bits = bits;
  source.count = count;
}

/** A number of `length` bits, at most 16. */
export function takeBits(source: BitSource, length: number): number {
  if (source.count < length) refill(source);
  source.count -= length;
  return (source.bits >>> source.count) & ((1 << length) - 1);
}

/** A number with a sign, as JPEG writes it: what begins with 0 is negative. (T.81, F.2.2.1.) */
export function takeSigned(source: BitSource, length: number): number {
  if (length === 0) return 0;
  const value = takeBits(source, length);
  return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
}

/** Forgets the bits up to the next marker. Throws where more were read than there were. */
export function endBits(source: BitSource): void {
  mustHold(source.madeUp * 8 <= source.count, 'all of a scan');
  source.bits = 0;
  source.count = 0;
  source.madeUp = 0;
}
