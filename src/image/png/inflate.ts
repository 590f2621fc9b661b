import { mustHold } from '../../base/unreadable';
import { adler32 } from '../checksums';
import {
  baseKind,
  distanceEntries,
  firstBits,
  type InflateTable,
  inflateTable,
  kindMask,
  lengthEntries,
  literalKind,
  mainEntries,
  secondKind,
} from './inflateTable';

/**
 * Unpacks a zlib stream (RFC 1950, 1951) as far as one asks, so that neither a long piece of work nor more bytes than
 * expected can come of it.
 */
export interface Inflater {
  readonly source: Uint8Array;
  at: number;
  readonly end: number;
  bits: number;
  bitCount: number;
  /** What was unpacked last, after as much of what came before as a match may refer to. */
  readonly window: Uint8Array;
  filled: number;
  adler: number;
  block: Block;
  isLast: boolean;
}

const fixedLengths = [
  { below: 144, length: 8 },
  { below: 256, length: 9 },
  { below: 280, length: 7 },
];

type Block =
  | { readonly kind: 'none' }
  | { readonly kind: 'end' }
  | { readonly kind: 'stored'; left: number }
  | { readonly kind: 'packed'; readonly main: InflateTable; readonly distance: InflateTable };

const reach = 1 << 15;
const longestMatch = 258;

/** `pieceLength`: so many bytes, or a few more, are unpacked at once. Throws `Unreadable` where no zlib stream begins. */
export function createInflater(source: Uint8Array, start: number, end: number, pieceLength = 1 << 15): Inflater {
  const head = (source[start] << 8) | source[start + 1];
  mustHold(end - start >= 2 && head % 31 === 0 && (head & 0x0f20) === 0x0800, 'a zlib stream');
  return {
    source,
    at: start + 2,
    end,
    bits: 0,
    bitCount: 0,
    window: new Uint8Array(reach + pieceLength + longestMatch),
    filled: 0,
    adler: 1,
    block: { kind: 'none' },
    isLast: false,
  };
}

/**
 * Unpacks one piece; nothing at the end of the stream, once its checksum holds. The piece is good until the next call. Throws
 * `Unreadable` where the stream is damaged or cut short.
 */
export function inflatePiece(inflater: Inflater): Uint8Array | undefined {
  const { window } = inflater;
  forget(inflater);
  const from = inflater.filled;
  const limit = window.length - longestMatch;
  while (inflater.filled < limit && inflater.block.kind !== 'end') {
    if (inflater.block.kind === 'none') beginBlock(inflater);
    else if (inflater.block.kind === 'stored') copyStored(inflater, inflater.block, limit);
    else unpackSymbols(inflater, inflater.block.main, inflater.block.distance, limit);
    mustHold(inflater.at - (inflater.bitCount >> 3) <= inflater.end, 'the end of a zlib stream');
  }
  inflater.adler = adler32(window, from, inflater.filled, inflater.adler);
  if (inflater.filled > from) return window.subarray(from, inflater.filled);
  checkSum(inflater);
  return undefined;
}

/** Moves what a match may refer to to the front. */
function forget(inflater: Inflater): void {
  const { window, filled } = inflater;
  if (filled <= reach) return;
  window.copyWithin(0, filled - reach, filled);
  inflater.filled = reach;
}

function checkSum(inflater: Inflater): void {
  const at = inflater.at - (inflater.bitCount >> 3);
  const { source, end } = inflater;
  mustHold(at + 4 <= end, 'the checksum of a zlib stream');
  const sum = ((source[at] << 24) | (source[at + 1] << 16) | (source[at + 2] << 8) | source[at + 3]) >>> 0;
  mustHold(sum === inflater.adler, 'the checksum of a zlib stream');
}

function beginBlock(inflater: Inflater): void {
  if (inflater.isLast) {
    inflater.block = { kind: 'end' };
    return;
  }
  inflater.isLast = take(inflater, 1) === 1;
  const kind = take(inflater, 2);
  mustHold(kind < 3, 'a block of deflate');
  if (kind === 0) inflater.block = beginStored(inflater);
  else inflater.block = kind === 1 ? fixedBlock : readCodes(inflater);
}

/** So many bits, at most 16, the first one lowest. */
function take(inflater: Inflater, count: number): number {
  while (inflater.bitCount < count) {
    inflater.bits |= inflater.source[inflater.at++] << inflater.bitCount;
    inflater.bitCount += 8;
  }
  const value = inflater.bits & ((1 << count) - 1);
  inflater.bits >>>= count;
  inflater.bitCount -= count;
  return value;
}

function beginStored(inflater: Inflater): Block {
  inflater.at -= inflater.bitCount >> 3;
  inflater.bits = 0;
  inflater.bitCount = 0;
  const length = take(inflater, 16);
  mustHold(take(inflater, 16) === (~length & 0xffff), 'a stored block');
  return { kind: 'stored', left: length };
}

function copyStored(inflater: Inflater, block: { left: number }, limit: number): void {
  const { source, window, at, filled, end } = inflater;
  const count = Math.min(block.left, limit - filled);
  mustHold(at + count <= end, 'the end of a zlib stream');
  window.set(source.subarray(at, at + count), filled);
  inflater.at += count;
  inflater.filled += count;
  block.left -= count;
  if (block.left === 0) inflater.block = { kind: 'none' };
}

/** The codes that need not be written. (RFC 1951, 3.2.6.) */
const fixedBlock: Block = {
  kind: 'packed',
  main: inflateTable(
    Uint8Array.from({ length: 288 }, (_, symbol) => fixedLengths.find(({ below }) => symbol < below)?.length ?? 8),
    mainEntries,
  ),
  distance: inflateTable(new Uint8Array(32).fill(5), distanceEntries),
};

/** The lengths of the length code come in this order. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function readCodes(inflater: Inflater): Block {
  const mainCount = take(inflater, 5) + 257;
  const distanceCount = take(inflater, 5) + 1;
  const lengthCount = take(inflater, 4) + 4;
  const ofLengths = new Uint8Array(19);
  for (let i = 0; i < lengthCount; i++) ofLengths[lengthOrder[i]] = take(inflater, 3);
  const lengths = readLengths(inflater, inflateTable(ofLengths, lengthEntries), mainCount + distanceCount);
  return {
    kind: 'packed',
    main: inflateTable(lengths.subarray(0, mainCount), mainEntries),
    distance: inflateTable(lengths.subarray(mainCount), distanceEntries),
  };
}

function readLengths(inflater: Inflater, table: InflateTable, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count;) {
    const symbol = takeSymbol(inflater, table);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    mustHold(symbol > 16 || at > 0, 'the lengths of a Huffman code');
    const value = symbol === 16 ? lengths[at - 1] : 0;
    const times = timesOf(inflater, symbol);
    mustHold(at + times <= count, 'the lengths of a Huffman code');
    lengths.fill(value, at, at + times);
    at += times;
  }
  return lengths;
}

function timesOf(inflater: Inflater, symbol: number): number {
  if (symbol === 16) return 3 + take(inflater, 2);
  return symbol === 17 ? 3 + take(inflater, 3) : 11 + take(inflater, 7);
}

/** A symbol of the length code, whose words have at most 7 bits. */
function takeSymbol(inflater: Inflater, table: InflateTable): number {
  while (inflater.bitCount < 7) {
    inflater.bits |= inflater.source[inflater.at++] << inflater.bitCount;
    inflater.bitCount += 8;
  }
  const entry = table[inflater.bits & ((1 << firstBits) - 1)];
  mustHold((entry & kindMask) === literalKind, 'the lengths of a Huffman code');
  inflater.bits >>>= entry & 15;
  inflater.bitCount -= entry & 15;
  return entry >>> 16;
}

/** Unpacks up to `limit` and a match beyond, or to the end of the block. */
function unpackSymbols(inflater: Inflater, main: InflateTable, distance: InflateTable, limit: number): void {
  const { source, window } = inflater;
  // at hand: an import may be looked up every time it is named
  const first = firstBits;
  const mask = (1 << firstBits) - 1;
  const [kinds, literal, base, second] = [kindMask, literalKind, baseKind, secondKind];
  let { at, bits, bitCount, filled } = inflater;
  while (filled < limit) {
    // up to 31 bits are held; a word has at most 15
    if (bitCount < 16) {
      bits |= (source[at] | (source[at + 1] << 8)) << bitCount;
      at += 2;
      bitCount += 16;
    }
    let entry = main[bits & mask];
    if ((entry & kinds) === second) {
      entry = main[(entry >>> 16) + ((bits >>> first) & ((1 << ((entry >> 4) & 15)) - 1))];
    }
    bits >>>= entry & 15;
    bitCount -= entry & 15;
    if ((entry & kinds) === literal) {
      window[filled++] = entry >>> 16;
      continue;
    }
    if ((entry & kinds) !== base) {
      mustHold(entry >>> 16 === 0, 'a word of a Huffman code');
      inflater.block = { kind: 'none' };
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
  inflater.at = at;
  inflater.bits = bits;
  inflater.bitCount = bitCount;
  inflater.filled = filled;
}
