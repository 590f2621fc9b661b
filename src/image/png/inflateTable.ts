import { mustHold } from '../../base/unreadable';

/**
 * A Huffman code of deflate as a table. A look-up by the next 11 bits gives an entry; words longer than that lead to a second
 * look-up. An entry holds, from the lowest bit: 4 bits, how long the word is; 4 bits, how many extra bits follow (or how many
 * bits the second look-up takes); 2 bits, its kind; from bit 16 on, a value (or where the second table begins).
 */
export type InflateTable = Int32Array;

export const firstBits = 11;
/** A byte, or two of them where the extra bits say 1; for the length code a symbol. */
export const literalKind = 0;
/** A length or a distance: the value and its extra bits. */
export const baseKind = 1 << 8;
/** The end of a block where the value is 0, else a word that nothing is written as. */
export const stopKind = 2 << 8;
export const secondKind = 3 << 8;
export const kindMask = 3 << 8;

const noWord = stopKind | (1 << 16) | 1;

/** `entries`: what each symbol means, without its length; `lengths`: of its word, 0 where there is none. */
export function inflateTable(lengths: Uint8Array, entries: Int32Array): InflateTable {
  const words = wordsOf(lengths);
  const seconds = secondBits(lengths, words);
  let size = 1 << firstBits;
  for (const bits of seconds) size += bits > 0 ? 1 << bits : 0;
  const table = new Int32Array(size).fill(noWord);
  let next = 1 << firstBits;
  seconds.forEach((bits, start) => {
    if (bits === 0) return;
    table[start] = (next << 16) | secondKind | (bits << 4) | firstBits;
    next += 1 << bits;
  });
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length === 0) continue;
    const entry = entries[symbol] | length;
    const word = words[symbol];
    if (length <= firstBits) fillInto(table, entry, word, 1 << length, 1 << firstBits);
    else {
      const second = table[word & ((1 << firstBits) - 1)];
      const start = second >>> 16;
      const end = start + (1 << ((second >> 4) & 15));
      fillInto(table, entry, start + (word >> firstBits), 1 << (length - firstBits), end);
    }
  }
  return table;
}

/** The same table, where two bytes whose words fit into the first look-up are one entry: half the look-ups for a photograph. */
export function withPairs(table: InflateTable): InflateTable {
  const paired = table.slice();
  for (let bits = 0; bits < 1 << firstBits; bits++) {
    const first = table[bits];
    const length = first & 15;
    const second = table[bits >> length];
    const bothLiteral = ((first | second) & kindMask) === literalKind;
    const both = length + (second & 15);
    if (bothLiteral && both <= firstBits) {
      paired[bits] = ((second >>> 16) << 24) | (first & 0xff0000) | literalKind | (1 << 4) | both;
    }
  }
  return paired;
}

function fillInto(table: Int32Array, entry: number, start: number, step: number, end: number): void {
  for (let at = start; at < end; at += step) table[at] = entry;
}

/** The words, first bit lowest. (RFC 1951, 3.2.2.) More words than there is room for are damage. */
function wordsOf(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint16Array(16);
  for (const length of lengths) perLength[length]++;
  perLength[0] = 0;
  const next = new Int32Array(17);
  for (let length = 1; length < 16; length++) {
    next[length + 1] = (next[length] + perLength[length]) << 1;
    mustHold(next[length] + perLength[length] <= 1 << length, 'a Huffman code');
  }
  const words = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length > 0) words[symbol] = reversed(next[length]++, length);
  }
  return words;
}

function reversed(word: number, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= ((word >> i) & 1) << (length - 1 - i);
  return bits;
}

/** For every start of 10 bits, how many more the longest word with this start has. */
function secondBits(lengths: Uint8Array, words: Uint16Array): Uint8Array {
  const bits = new Uint8Array(1 << firstBits);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const more = lengths[symbol] - firstBits;
    const start = words[symbol] & ((1 << firstBits) - 1);
    if (more > bits[start]) bits[start] = more;
  }
  return bits;
}

/** Bytes, the end of the block, and lengths from 3 to 258 with their extra bits. (RFC 1951, 3.2.5.) */
export const mainEntries = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 256) return literalKind | (symbol << 16);
  if (symbol === 256) return stopKind;
  if (symbol > 285) return stopKind | (1 << 16);
  if (symbol === 285) return baseKind | (258 << 16);
  const over = symbol - 257;
  const extra = over < 8 ? 0 : (over >> 2) - 1;
  const base = over < 8 ? over : (4 + (over & 3)) << extra;
  return baseKind | (extra << 4) | ((base + 3) << 16);
});

/** Distances from 1 to 32768 with their extra bits. */
export const distanceEntries = Int32Array.from({ length: 32 }, (_, symbol) => {
  if (symbol > 29) return stopKind | (1 << 16);
  const extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
  const base = symbol < 4 ? symbol : (2 + (symbol & 1)) << extra;
  return baseKind | (extra << 4) | ((base + 1) << 16);
});

/** The symbols of the code in which the other two codes' lengths are written. */
export const lengthEntries = Int32Array.from({ length: 19 }, (_, symbol) => literalKind | (symbol << 16));
