import { damaged } from '../damagedFile';
import { takeBits, type Bits } from './bits';

/**
 * A Huffman code as a table over the next `bits` bits of the stream: symbol * 16 + length of its code; 0 where no code
 * begins like that.
 */
export interface CodeTable {
  readonly bits: number;
  readonly entries: Uint16Array;
}

/** What the symbols of a block of deflated data mean. */
export interface Codes {
  readonly literals: CodeTable;
  readonly distances: CodeTable;
}

/** The codes that a block has when it names none (RFC 1951, 3.2.6). */
export const fixedCodes: Codes = {
  literals: codeTable(
    Uint8Array.from({ length: 288 }, (_, symbol) => {
      if (symbol < 144) return 8;
      if (symbol < 256) return 9;
      return symbol < 280 ? 7 : 8;
    }),
  ),
  distances: codeTable(new Uint8Array(30).fill(5)),
};

const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes that stand at the beginning of a block (RFC 1951, 3.2.7). */
export function readCodes(bits: Bits): Codes {
  const literals = takeBits(bits, 5) + 257;
  const distances = takeBits(bits, 5) + 1;
  const count = takeBits(bits, 4) + 4;
  const ofLengths = new Uint8Array(19);
  for (let i = 0; i < count; i++) ofLengths[orderOfLengths[i]] = takeBits(bits, 3);
  const lengths = readLengths(bits, codeTable(ofLengths), literals + distances);
  return { literals: codeTable(lengths.subarray(0, literals)), distances: codeTable(lengths.subarray(literals)) };
}

/** The lengths of the codes are coded themselves: 16 repeats the one before, 17 and 18 are runs of 0. */
function readLengths(bits: Bits, table: CodeTable, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  for (let i = 0; i < count;) {
    const symbol = takeSymbol(bits, table);
    if (symbol < 16) {
      lengths[i++] = symbol;
      continue;
    }
    if (symbol === 16 && i === 0) damaged('compressed pixels cannot be unpacked');
    const value = symbol === 16 ? lengths[i - 1] : 0;
    const run = runOf(symbol, bits);
    if (i + run > count) damaged('compressed pixels cannot be unpacked');
    lengths.fill(value, i, i + run);
    i += run;
  }
  return lengths;
}

function runOf(symbol: number, bits: Bits): number {
  if (symbol === 16) return 3 + takeBits(bits, 2);
  return symbol === 17 ? 3 + takeBits(bits, 3) : 11 + takeBits(bits, 7);
}

function takeSymbol(bits: Bits, { bits: width, entries }: CodeTable): number {
  while (bits.count < width && bits.at < bits.bytes.length) {
    bits.hold |= bits.bytes[bits.at++] << bits.count;
    bits.count += 8;
  }
  const entry = entries[bits.hold & ((1 << width) - 1)];
  const length = entry & 15;
  if (length === 0 || length > bits.count) damaged('compressed pixels cannot be unpacked');
  bits.hold >>>= length;
  bits.count -= length;
  return entry >> 4;
}

/** From the lengths of all codes, 0 for none, to the codes themselves (RFC 1951, 3.2.2). */
export function codeTable(lengths: Uint8Array): CodeTable {
  const bits = Math.max(
    1,
    lengths.reduce((most, length) => Math.max(most, length), 0),
  );
  const entries = new Uint16Array(1 << bits);
  let code = 0;
  for (let length = 1; length <= bits; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      if (code >= 1 << length) damaged('compressed pixels cannot be unpacked');
      for (let at = reversed(code, length); at < entries.length; at += 1 << length) entries[at] = symbol * 16 + length;
      code++;
    }
    code <<= 1;
  }
  return { bits, entries };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
}
