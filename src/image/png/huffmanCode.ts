/** A Huffman code for deflate: for every symbol its length in bits, 0 where it does not occur, and its bits. */
export interface HuffmanCode {
  readonly lengths: Uint8Array;
  /** The first bit of the code is the lowest, as deflate writes it. */
  readonly bits: Uint16Array;
}

/** The shortest code for these counts, or nearly, of which no word is longer than `longest` bits. */
export function huffmanCode(counts: Uint32Array, longest: number): HuffmanCode {
  const symbols = symbolsByCount(counts);
  const lengths = new Uint8Array(counts.length);
  const perLength = limited(lengthsOf(symbols, counts), longest);
  let next = symbols.length;
  for (let length = 1; length <= longest; length++) {
    for (let i = 0; i < perLength[length]; i++) lengths[symbols[--next]] = length;
  }
  return { lengths, bits: canonical(lengths, perLength) };
}

/** Those that occur, the rarest first. */
function symbolsByCount(counts: Uint32Array): number[] {
  const symbols: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol] > 0) symbols.push(symbol);
  return symbols.sort((a, b) => counts[a] - counts[b] || a - b);
}

/**
 * How many symbols get a word of each length. The two queues of Huffman's method: single symbols and trees, both rising
 * by themselves, so that the two lightest always stand in front.
 */
function lengthsOf(symbols: readonly number[], counts: Uint32Array): number[] {
  const count = symbols.length;
  if (count === 1) return [0, 1];
  const weights = symbols.map((symbol) => counts[symbol]);
  const parents = new Int32Array(2 * count);
  for (let made = count, single = 0, tree = count; made < 2 * count - 1; made++) {
    let weight = 0;
    for (let child = 0; child < 2; child++) {
      const takesSingle = single < count && (tree >= made || weights[single] <= weights[tree]);
      const taken = takesSingle ? single++ : tree++;
      weight += weights[taken];
      parents[taken] = made;
    }
    weights.push(weight);
  }
  const depths = new Uint8Array(2 * count);
  const perLength: number[] = new Array<number>(count + 1).fill(0);
  for (let node = 2 * count - 3; node >= 0; node--) {
    depths[node] = depths[parents[node]] + 1;
    if (node < count) perLength[depths[node]]++;
  }
  return perLength;
}

/** Shortens the words that are too long, and lengthens the fewest others that make room for them. (Kraft's sum.) */
function limited(perLength: readonly number[], longest: number): Uint32Array {
  const result = new Uint32Array(longest + 1);
  perLength.forEach((count, length) => (result[Math.min(length, longest)] += count));
  let sum = 0;
  for (let length = 1; length <= longest; length++) sum += result[length] << (longest - length);
  for (; sum > 1 << longest; sum--) {
    result[longest]--;
    let length = longest - 1;
    while (result[length] === 0) length--;
    result[length]--;
    result[length + 1] += 2;
  }
  return result;
}

/** Words of one length follow each other in the order of their symbols. (RFC 1951, 3.2.2.) */
function canonical(lengths: Uint8Array, perLength: Uint32Array): Uint16Array {
  const next = new Uint16Array(perLength.length + 1);
  for (let length = 1, word = 0; length < perLength.length; length++) {
    next[length] = word;
    word = (word + perLength[length]) << 1;
  }
  const bits = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length > 0) bits[symbol] = reversed(next[length]++, length);
  }
  return bits;
}

function reversed(word: number, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= ((word >> i) & 1) << (length - 1 - i);
  return bits;
}
