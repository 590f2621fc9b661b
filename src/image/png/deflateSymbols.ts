import { longestRun, shortestMatch } from './letters';

/** A symbol of deflate, and the bits that follow it. */
export interface DeflateSymbol {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Deflate's classes of lengths, for every run from 3 to 258. */
export const runs: readonly DeflateSymbol[] = Array.from({ length: longestRun - shortestMatch + 1 }, (_, over) => {
  if (over === longestRun - shortestMatch) return { symbol: 285, extra: 0, extraBits: 0 };
  const extraBits = over < 8 ? 0 : Math.floor(Math.log2(over)) - 2;
  const symbol = 257 + (extraBits === 0 ? over : 4 * extraBits + (over >> extraBits));
  return { symbol, extra: over & ((1 << extraBits) - 1), extraBits };
});

/** Deflate's classes of the distances that are used, by the distance. */
export const distances: Readonly<Record<number, DeflateSymbol>> = {
  1: { symbol: 0, extra: 0, extraBits: 0 },
  2: { symbol: 1, extra: 0, extraBits: 0 },
  3: { symbol: 2, extra: 0, extraBits: 0 },
  4: { symbol: 3, extra: 0, extraBits: 0 },
  6: { symbol: 4, extra: 1, extraBits: 1 },
  8: { symbol: 5, extra: 1, extraBits: 1 },
};

/** Deflate writes the lengths of the length code in this order. */
export const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
