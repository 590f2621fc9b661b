import { distances, lengthOrder, runs, type DeflateSymbol } from './deflateSymbols';
import { type HuffmanCode, huffmanCode } from './huffmanCode';
import { createLetters, firstRun, firstTail, type Letters, runCounts } from './letters';

/**
 * A deflate stream (RFC 1951) for filtered rows. Photographs hold hardly a string twice, so none is looked for: every byte
 * is a letter of a Huffman code made anew for every block, and only runs, of one pixel repeated, are told apart. That is
 * three times as fast as looking for strings, no larger for a photograph, and nearly nothing for a flat mask. (The idea is
 * that of fpng and fpnge.)
 */
export interface Packer extends Letters {
  readonly words: Uint16Array;
  wordCount: number;
  /** Bits that do not fill a word of 16 yet. */
  rest: number;
  restBits: number;
}

/** So many letters make a block. */
export const lettersPerBlock = 1 << 16;

/** `pieceLength`: the longest stretch that is added at once. */
export function createPacker(step: number, pieceLength: number): Packer {
  const capacity = lettersPerBlock + pieceLength;
  return {
    ...createLetters(step, capacity),
    // no letter takes more than 16 bits, and a block's head less than 400 bytes
    words: new Uint16Array(capacity + 200),
    wordCount: 0,
    rest: 0,
    restBits: 0,
  };
}

/** The words of one block: what each letter is written as. */
export interface Block {
  /** Word and length of every letter: `word << 5 | length`. */
  readonly codes: Uint32Array;
  readonly endWord: number;
  readonly endLength: number;
}

/** Writes the head of a block and makes its codes. */
export function beginBlock(packer: Packer, place: 'last' | 'more follow'): Block {
  const distance = distances[packer.step];
  const symbols = symbolCounts(packer.counts);
  const main = huffmanCode(symbols, longestWord);
  put(packer, place === 'last' ? 5 : 4, 3);
  putLengths(packer, main.lengths, distance.symbol);
  return { codes: letterCodes(main, distance), endWord: main.bits[endOfBlock], endLength: main.lengths[endOfBlock] };
}

/** Writes letters `from` to `to` of the block. */
export function writeLetters(packer: Packer, { codes }: Block, from: number, to: number): void {
  const { letters, words } = packer;
  let { wordCount, rest, restBits } = packer;
  for (let i = from; i < to; i++) {
    const code = codes[letters[i]];
    rest |= (code >>> 5) << restBits;
    restBits += code & 31;
    // without a branch, since none could guess when a word is full
    words[wordCount] = rest;
    const full = restBits & 16;
    rest >>>= full;
    restBits -= full;
    wordCount += full >> 4;
  }
  packer.wordCount = wordCount;
  packer.rest = rest;
  packer.restBits = restBits;
}

/** Closes the block and makes room for the next one; what it was written as is to be fetched by `takeWords`. */
export function endBlock(packer: Packer, { endWord, endLength }: Block): void {
  put(packer, endWord, endLength);
  packer.letterCount = 0;
  packer.counts.fill(0);
}

/** The bytes written since the last call; those of a byte that is not full yet come later. */
export function takeWords(packer: Packer): Uint8Array {
  const bytes = new Uint8Array(packer.words.buffer.slice(0, packer.wordCount * 2));
  packer.wordCount = 0;
  return bytes;
}

/** The bytes that are left after the last block. */
export function takeRest({ rest, restBits }: Packer): Uint8Array {
  return Uint8Array.of(rest & 255, rest >>> 8).subarray(0, (restBits + 7) >> 3);
}

function put(packer: Packer, bits: number, length: number): void {
  packer.rest |= bits << packer.restBits;
  packer.restBits += length;
  if (packer.restBits < 16) return;
  packer.words[packer.wordCount++] = packer.rest;
  packer.rest >>>= 16;
  packer.restBits -= 16;
}

const endOfBlock = 256;
/** Longer words save little and make longer tables for the reader. */
const longestWord = 12;
const symbolsOfMain = 286;

/** The counts of deflate's own symbols: bytes, the end of the block, and classes of run lengths. */
function symbolCounts(counts: Uint32Array): Uint32Array {
  const symbols = new Uint32Array(symbolsOfMain);
  for (let i = 0; i < runCounts; i++) symbols[i & 255] += counts[i];
  symbols[endOfBlock] = 1;
  runs.forEach(({ symbol }, run) => (symbols[symbol] += counts[runCounts + run]));
  return symbols;
}

/** The distance's own word is one bit, 0: there are two distances, so that the code is complete. */
function letterCodes({ bits, lengths }: HuffmanCode, distance: DeflateSymbol): Uint32Array {
  const codes = new Uint32Array(firstTail + runs.length);
  for (let byte = 0; byte < 256; byte++) codes[byte] = (bits[byte] << 5) | lengths[byte];
  runs.forEach(({ symbol, extra, extraBits }, run) => {
    codes[firstRun + run] = (bits[symbol] << 5) | lengths[symbol];
    const tail = extra | (distance.extra << (extraBits + 1));
    codes[firstTail + run] = (tail << 5) | (extraBits + 1 + distance.extraBits);
  });
  return codes;
}

/** The lengths of both codes, themselves packed by a code. (RFC 1951, 3.2.7; runs of zeros alone are told apart.) */
function putLengths(packer: Packer, main: Uint8Array, distance: number): void {
  const distanceLengths = new Uint8Array(distance + 2);
  // the word of the lower one is 0; the other one is never written
  distanceLengths.fill(1, distance);
  const all = [...main, ...distanceLengths];
  const steps = zeroRuns(all);
  const counts = new Uint32Array(19);
  for (const { symbol } of steps) counts[symbol]++;
  const { lengths, bits } = huffmanCode(counts, 7);
  put(packer, symbolsOfMain - 257, 5);
  put(packer, distanceLengths.length - 1, 5);
  put(packer, lengthOrder.length - 4, 4);
  for (const symbol of lengthOrder) put(packer, lengths[symbol], 3);
  for (const { symbol, extra, extraBits } of steps) {
    put(packer, bits[symbol], lengths[symbol]);
    if (extraBits > 0) put(packer, extra, extraBits);
  }
}

function zeroRuns(lengths: readonly number[]): readonly DeflateSymbol[] {
  const steps: DeflateSymbol[] = [];
  for (let at = 0; at < lengths.length;) {
    let zeros = 0;
    while (zeros < 138 && lengths[at + zeros] === 0) zeros++;
    if (zeros < 3) steps.push({ symbol: lengths[at], extra: 0, extraBits: 0 });
    else if (zeros < 11) steps.push({ symbol: 17, extra: zeros - 3, extraBits: 3 });
    else steps.push({ symbol: 18, extra: zeros - 11, extraBits: 7 });
    at += zeros < 3 ? 1 : zeros;
  }
  return steps;
}
