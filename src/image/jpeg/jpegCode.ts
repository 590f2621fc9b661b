import { mustHold } from '../../base/unreadable';
import { type BitSource, refill } from './bitSource';

/** A Huffman code of JPEG. (T.81, C and F.2.2.3.) */
export interface JpegCode {
  /** By the next 9 bits: `symbol << 4 | length`, or 0 where the word is longer. */
  readonly short: Uint16Array;
  readonly symbols: Uint8Array;
  /** For every length: the first word that is longer, at 16 bits, and what leads from a word to its symbol. */
  readonly beyond: Int32Array;
  readonly offsets: Int32Array;
}

const shortBits = 9;
const longest = 16;

/** `counts`: how many words there are of 1 to 16 bits; `symbols`: theirs, in order. */
export function jpegCode(counts: Uint8Array, symbols: Uint8Array): JpegCode {
  const short = new Uint16Array(1 << shortBits);
  const beyond = new Int32Array(longest + 1);
  const offsets = new Int32Array(longest + 1);
  for (let length = 1, word = 0, index = 0; length <= longest; length++, word <<= 1) {
    const count = counts[length - 1];
    mustHold(word + count <= 1 << length, 'a Huffman code');
    offsets[length] = index - word;
    if (length <= shortBits) {
      for (let i = 0; i < count; i++) {
        const start = (word + i) << (shortBits - length);
        short.fill((symbols[index + i] << 4) | length, start, start + (1 << (shortBits - length)));
      }
    }
    word += count;
    index += count;
    beyond[length] = word << (longest - length);
  }
  return { short, symbols, beyond, offsets };
}

/** The next symbol. */
export function takeSymbol(source: BitSource, code: JpegCode): number {
  if (source.count < longest) refill(source);
  const { bits, count } = source;
  const entry = code.short[(bits >>> (count - shortBits)) & ((1 << shortBits) - 1)];
  if (entry > 0) {
    source.count = count - (entry & 15);
    return entry >> 4;
  }
  const word = (bits >>> (count - longest)) & 0xffff;
  let length = shortBits + 1;
  while (length <= longest && word >= code.beyond[length]) length++;
  mustHold(length <= longest, 'a word of a Huffman code');
  source.count = count - length;
  return code.symbols[(word >> (longest - length)) + code.offsets[length]];
}
