/** The bits of a deflate stream, first bit lowest. (RFC 1951, 3.1.1.) It may read past the end: whoever uses it checks. */
export interface BitReader {
  readonly source: Uint8Array;
  at: number;
  bits: number;
  bitCount: number;
}

/** So many bits, at most 16, the first one lowest. */
export function takeBits(reader: BitReader, count: number): number {
  while (reader.bitCount < count) {
    reader.bits |= reader.source[reader.at++] << reader.bitCount;
    reader.bitCount += 8;
  }
  const value = reader.bits & ((1 << count) - 1);
  reader.bits >>>= count;
  reader.bitCount -= count;
  return value;
}
