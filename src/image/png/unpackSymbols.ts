import { mustHold } from '../../base/unreadable';
import type { BitReader } from './bitReader';
import type { BlockCodes } from './blockCodes';
import { baseKind, firstBits, kindMask, literalKind, secondKind } from './inflateTable';

/** Where what is unpacked goes, after as much of what came before as a match may refer to. */
export interface Unpacking extends BitReader {
  readonly window: Uint8Array;
  filled: number;
}

/** Unpacks up to `limit` and a match beyond, or to the end of the block. */
export function unpackSymbols(unpacking: Unpacking, { main, distance }: BlockCodes, limit: number): 'more' | 'end' {
  const { source, window } = unpacking;
  // at hand: an import may be looked up every time it is named
  const first = firstBits;
  const mask = (1 << firstBits) - 1;
  const [kinds, literal, base, second] = [kindMask, literalKind, baseKind, secondKind];
  let { at, bits, bitCount, filled } = unpacking;
  let state: 'more' | 'end' = 'more';
  while (filled < limit) {
    // up to 31 bits are held, and a word has at most 15; without a branch, since none could guess when two bytes are due
    const due = (bitCount - 16) >> 31;
    bits |= ((source[at] | (source[at + 1] << 8)) << bitCount) & due;
    at += 2 & due;
    bitCount += 16 & due;
    let entry = main[bits & mask];
    if ((entry & kinds) === second) {
      entry = main[(entry >>> 16) + ((bits >>> first) & ((1 << ((entry >> 4) & 15)) - 1))];
    }
    bits >>>= entry & 15;
    bitCount -= entry & 15;
    if ((entry & kinds) === literal) {
      // where there is no second byte, the next one is written over it
      window[filled] = entry >>> 16;
      window[filled + 1] = entry >>> 24;
      filled += 1 + ((entry >>> 4) & 1);
      continue;
    }
    if ((entry & kinds) !== base) {
      mustHold(entry >>> 16 === 0, 'a word of a Huffman code');
      state = 'end';
      break;
    }
    // a match: its length
    if (bitCount < 16) {
      bits |= (source[at] | (source[at + 1] << 8)) << bitCount;
      at += 2;
      bitCount += 16;
    }
    let extra = (entry >> 4) & 15;
    const length = (entry >>> 16) + (bits & ((1 << extra) - 1));
    bits >>>= extra;
    bitCount -= extra;
    // its distance
    if (bitCount < 16) {
      bits |= (source[at] | (source[at + 1] << 8)) << bitCount;
      at += 2;
      bitCount += 16;
    }
    entry = distance[bits & mask];
    if ((entry & kinds) === second) {
      entry = distance[(entry >>> 16) + ((bits >>> first) & ((1 << ((entry >> 4) & 15)) - 1))];
    }
    mustHold((entry & kinds) === base, 'a word of a Huffman code');
    bits >>>= entry & 15;
    bitCount -= entry & 15;
    if (bitCount < 16) {
      bits |= (source[at] | (source[at + 1] << 8)) << bitCount;
      at += 2;
      bitCount += 16;
    }
    extra = (entry >> 4) & 15;
    const back = (entry >>> 16) + (bits & ((1 << extra) - 1));
    bits >>>= extra;
    bitCount -= extra;
    mustHold(back <= filled, 'a match within what was unpacked');
    for (let end = filled + length; filled < end; filled++) window[filled] = window[filled - back];
  }
  unpacking.at = at;
  unpacking.bits = bits;
  unpacking.bitCount = bitCount;
  unpacking.filled = filled;
  return state;
}
