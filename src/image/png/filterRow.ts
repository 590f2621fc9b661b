/** A row of pixels and the same moved right by one pixel, behind zeros: what stands left of every byte. */
export interface Row {
  readonly bytes: Uint8Array;
  readonly left: Uint8Array;
  /** The same memory, four bytes a word. */
  readonly words: Int32Array;
  readonly leftWords: Int32Array;
}

/** `length`: in bytes; the last word may reach beyond. */
export function createRow(length: number): Row {
  const words = new Int32Array((length + 3) >> 2);
  const leftWords = new Int32Array((length + 3) >> 2);
  const bytes = new Uint8Array(words.buffer, 0, length);
  return { bytes, left: new Uint8Array(leftWords.buffer, 0, length), words, leftWords };
}

/** The filters of PNG (PNG 1.2, 6). A row left as it is pays for nothing but black. */
const asItIs = 0;
const fromLeft = 1;
const fromAbove = 2;
const fromAverage = 3;
const fromPaeth = 4;

/**
 * Writes into `result` what a filter leaves of a row, and answers the filter's number. The filter is the one that leaves
 * least, which is measured on a sample of the row. `step`: the bytes of a pixel.
 */
export function filterInto(result: Row, row: Row, above: Row, step: number): number {
  // a black row stays as it is: the run goes on from row to row
  const filter = isBlack(row.words) ? asItIs : bestFilter(row.bytes, row.left, above.bytes, above.left, step);
  if (filter === fromLeft) subtractInto(result.words, row.words, row.leftWords);
  else if (filter === fromAbove) subtractInto(result.words, row.words, above.words);
  else if (filter === fromAverage) subtractAverageInto(result.words, row.words, row.leftWords, above.words);
  else if (filter === asItIs) result.words.fill(0);
  else subtractPaethInto(result.bytes, row.bytes, row.left, above.bytes, above.left);
  return filter;
}

function isBlack(words: Int32Array): boolean {
  let i = 0;
  while (i < words.length && words[i] === 0) i++;
  return i === words.length;
}

/** One pixel in so many is looked at. */
const stride = 11;
/** Paeth's filter takes five times as long as the others: it must leave so much less. */
const paethWorth = 0.8;

function bestFilter(row: Uint8Array, left: Uint8Array, above: Uint8Array, aboveLeft: Uint8Array, step: number): number {
  let leftCost = 0;
  let aboveCost = 0;
  let averageCost = 0;
  let paethCost = 0;
  const { length } = row;
  for (let from = 0; from < length; from += step * stride) {
    for (let i = from; i < from + step; i++) {
      const value = row[i];
      const a = left[i];
      const b = above[i];
      leftCost += cost[(value - a) & 255];
      aboveCost += cost[(value - b) & 255];
      averageCost += cost[(value - ((a + b) >> 1)) & 255];
      paethCost += cost[(value - paeth(a, b, aboveLeft[i])) & 255];
    }
  }
  let best = fromAbove;
  let least = aboveCost;
  if (leftCost < least) [best, least] = [fromLeft, leftCost];
  if (averageCost < least) [best, least] = [fromAverage, averageCost];
  return paethCost < least * paethWorth ? fromPaeth : best;
}

/** About the bits that a difference costs, in tenths. */
const cost = Int32Array.from({ length: 256 }, (_, value) => {
  const size = value < 128 ? value : 256 - value;
  return Math.round(10 * Math.log2(1 + 2 * size));
});

const highBits = 0x80808080 | 0;
const lowBits = 0x7f7f7f7f;

/** Byte by byte, four at a time: the high bits are kept out of the subtraction, so that nothing is borrowed across. */
function subtractInto(result: Int32Array, row: Int32Array, other: Int32Array): void {
  for (let i = 0; i < row.length; i++) {
    const x = row[i];
    const y = other[i];
    result[i] = ((x | highBits) - (y & lowBits)) ^ ((x ^ ~y) & highBits);
  }
}

/** The mean of two bytes, rounded down, is what they share and half of what they do not. */
function subtractAverageInto(result: Int32Array, row: Int32Array, left: Int32Array, above: Int32Array): void {
  for (let i = 0; i < row.length; i++) {
    const x = row[i];
    const a = left[i];
    const b = above[i];
    const y = (a & b) + (((a ^ b) >>> 1) & lowBits);
    result[i] = ((x | highBits) - (y & lowBits)) ^ ((x ^ ~y) & highBits);
  }
}

function subtractPaethInto(
  result: Uint8Array,
  row: Uint8Array,
  left: Uint8Array,
  above: Uint8Array,
  aboveLeft: Uint8Array,
): void {
  for (let i = 0; i < row.length; i++) result[i] = row[i] - paeth(left[i], above[i], aboveLeft[i]);
}

/** Whichever of left, above and above left is nearest to left + above - above left. */
function paeth(a: number, b: number, c: number): number {
  const toB = b - c;
  const toA = a - c;
  const pa = toB < 0 ? -toB : toB;
  const pb = toA < 0 ? -toA : toA;
  const sum = toA + toB;
  const pc = sum < 0 ? -sum : sum;
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
