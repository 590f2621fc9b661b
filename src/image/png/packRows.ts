import { type HuffmanCode, huffmanCode } from './huffmanCode';

/**
 * A deflate stream (RFC 1951) for filtered rows. Photographs hold hardly a string twice, so none is looked for: every byte
 * is a letter of a Huffman code made anew for every block, and only runs, of one pixel repeated, are told apart. That is
 * three times as fast as looking for strings, no larger for a photograph, and nearly nothing for a flat mask. (The idea is
 * that of fpng and fpnge.)
 */
export interface Packer {
  /** Bytes; a run is two letters, one for its class of lengths and one for the bits that follow. */
  readonly letters: Uint16Array;
  letterCount: number;
  readonly counts: Uint32Array;
  /** How far back a run looks: the bytes of a pixel. */
  readonly step: number;
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
    letters: new Uint16Array(capacity),
    letterCount: 0,
    counts: new Uint32Array(runCounts + longestRun - shortestMatch + 1),
    step,
    // no letter takes more than 16 bits, and a block's head less than 400 bytes
    words: new Uint16Array(capacity + 200),
    wordCount: 0,
    rest: 0,
    restBits: 0,
  };
}

const shortestMatch = 3;
const longestRun = 258;
const firstRun = 256;
const firstTail = 512;
/** Where the counts of runs begin: after four tables of bytes. */
const runCounts = 1024;

/** Takes filtered bytes into the block that is being gathered. */
export function addBytes(packer: Packer, bytes: Uint8Array, length: number): void {
  const { letters, counts, step } = packer;
  let count = packer.letterCount;
  let at = 0;
  while (at < length) {
    // a look at every eighth byte is enough: no longer run goes unseen
    if (at >= step && at + 8 <= length && bytes[at + 7] === bytes[at + 7 - step] && bytes[at] === bytes[at - step]) {
      const run = runLength(bytes, at, length, step);
      if (run >= 8) {
        letters[count++] = firstRun + run - shortestMatch;
        letters[count++] = firstTail + run - shortestMatch;
        counts[runCounts + run - shortestMatch]++;
        at += run;
        continue;
      }
    }
    if (at + 8 > length) {
      for (; at < length; at++) {
        letters[count++] = bytes[at];
        counts[bytes[at]]++;
      }
      break;
    }
    // four tables by turns: a count need not wait for the one before it
    const b0 = bytes[at];
    const b1 = bytes[at + 1];
    const b2 = bytes[at + 2];
    const b3 = bytes[at + 3];
    const b4 = bytes[at + 4];
    const b5 = bytes[at + 5];
    const b6 = bytes[at + 6];
    const b7 = bytes[at + 7];
    letters[count] = b0;
    letters[count + 1] = b1;
    letters[count + 2] = b2;
    letters[count + 3] = b3;
    letters[count + 4] = b4;
    letters[count + 5] = b5;
    letters[count + 6] = b6;
    letters[count + 7] = b7;
    counts[b0]++;
    counts[256 + b1]++;
    counts[512 + b2]++;
    counts[768 + b3]++;
    counts[b4]++;
    counts[256 + b5]++;
    counts[512 + b6]++;
    counts[768 + b7]++;
    count += 8;
    at += 8;
  }
  packer.letterCount = count;
}

/** From `at` on, up to the longest run that deflate knows. */
function runLength(bytes: Uint8Array, at: number, length: number, step: number): number {
  const end = at + longestRun < length ? at + longestRun : length;
  let to = at + 1;
  while (to < end && bytes[to] === bytes[to - step]) to++;
  return to - at;
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

interface RunClass {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Deflate's classes of lengths, for every run from 3 to 258. */
const runs: readonly RunClass[] = Array.from({ length: longestRun - shortestMatch + 1 }, (_, over) => {
  if (over === longestRun - shortestMatch) return { symbol: 285, extra: 0, extraBits: 0 };
  const extraBits = over < 8 ? 0 : Math.floor(Math.log2(over)) - 2;
  const symbol = 257 + (extraBits === 0 ? over : 4 * extraBits + (over >> extraBits));
  return { symbol, extra: over & ((1 << extraBits) - 1), extraBits };
});

/** Deflate's classes of the distances that are used, by the distance. */
const distances: Readonly<Record<number, RunClass>> = {
  1: { symbol: 0, extra: 0, extraBits: 0 },
  2: { symbol: 1, extra: 0, extraBits: 0 },
  3: { symbol: 2, extra: 0, extraBits: 0 },
  4: { symbol: 3, extra: 0, extraBits: 0 },
  6: { symbol: 4, extra: 1, extraBits: 1 },
  8: { symbol: 5, extra: 1, extraBits: 1 },
};

/** The distance's own word is one bit, 0: there are two distances, so that the code is complete. */
function letterCodes({ bits, lengths }: HuffmanCode, distance: RunClass): Uint32Array {
  const codes = new Uint32Array(firstTail + runs.length);
  for (let byte = 0; byte < 256; byte++) codes[byte] = (bits[byte] << 5) | lengths[byte];
  runs.forEach(({ symbol, extra, extraBits }, run) => {
    codes[firstRun + run] = (bits[symbol] << 5) | lengths[symbol];
    const tail = extra | (distance.extra << (extraBits + 1));
    codes[firstTail + run] = (tail << 5) | (extraBits + 1 + distance.extraBits);
  });
  return codes;
}

/** Deflate writes the lengths of the length code in this order. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

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

function zeroRuns(lengths: readonly number[]): readonly RunClass[] {
  const steps: RunClass[] = [];
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
