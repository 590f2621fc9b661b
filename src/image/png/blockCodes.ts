import { mustHold } from '../../base/unreadable';
import { type BitReader, takeBits } from './bitReader';
import { lengthOrder } from './deflateSymbols';
import {
  distanceEntries,
  firstBits,
  type InflateTable,
  inflateTable,
  kindMask,
  lengthEntries,
  literalKind,
  mainEntries,
  withPairs,
} from './inflateTable';

/** The two codes of a block: of bytes and lengths, and of distances. */
export interface BlockCodes {
  readonly main: InflateTable;
  readonly distance: InflateTable;
}

/** The codes that a block begins with. (RFC 1951, 3.2.7.) */
export function readCodes(reader: BitReader): BlockCodes {
  const mainCount = takeBits(reader, 5) + 257;
  const distanceCount = takeBits(reader, 5) + 1;
  const lengthCount = takeBits(reader, 4) + 4;
  const ofLengths = new Uint8Array(19);
  for (let i = 0; i < lengthCount; i++) ofLengths[lengthOrder[i]] = takeBits(reader, 3);
  const lengths = readLengths(reader, inflateTable(ofLengths, lengthEntries), mainCount + distanceCount);
  return {
    main: withPairs(inflateTable(lengths.subarray(0, mainCount), mainEntries)),
    distance: inflateTable(lengths.subarray(mainCount), distanceEntries),
  };
}

function readLengths(reader: BitReader, table: InflateTable, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count;) {
    const symbol = takeSymbol(reader, table);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    mustHold(symbol > 16 || at > 0, 'the lengths of a Huffman code');
    const value = symbol === 16 ? lengths[at - 1] : 0;
    const times = timesOf(reader, symbol);
    mustHold(at + times <= count, 'the lengths of a Huffman code');
    lengths.fill(value, at, at + times);
    at += times;
  }
  return lengths;
}

function timesOf(reader: BitReader, symbol: number): number {
  if (symbol === 16) return 3 + takeBits(reader, 2);
  return symbol === 17 ? 3 + takeBits(reader, 3) : 11 + takeBits(reader, 7);
}

/** A symbol of the length code, whose words have at most 7 bits. */
function takeSymbol(reader: BitReader, table: InflateTable): number {
  while (reader.bitCount < 7) {
    reader.bits |= reader.source[reader.at++] << reader.bitCount;
    reader.bitCount += 8;
  }
  const entry = table[reader.bits & ((1 << firstBits) - 1)];
  mustHold((entry & kindMask) === literalKind, 'the lengths of a Huffman code');
  reader.bits >>>= entry & 15;
  reader.bitCount -= entry & 15;
  return entry >>> 16;
}

const fixedLengths = [
  { below: 144, length: 8 },
  { below: 256, length: 9 },
  { below: 280, length: 7 },
];

/** The codes that need not be written. (RFC 1951, 3.2.6.) */
export const fixedCodes: BlockCodes = {
  main: inflateTable(
    Uint8Array.from({ length: 288 }, (_, symbol) => fixedLengths.find(({ below }) => symbol < below)?.length ?? 8),
    mainEntries,
  ),
  distance: inflateTable(new Uint8Array(32).fill(5), distanceEntries),
};
