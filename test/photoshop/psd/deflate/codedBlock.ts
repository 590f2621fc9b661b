import { damaged } from '../damagedFile';
import type { Bits } from './bits';
import type { Codes } from './codes';

/** Unpacked bytes; those before `end` are written. */
export interface Output {
  readonly bytes: Uint8Array;
  end: number;
}

/** The most that one match adds. */
export const longestMatch = 258;

const lengthBase = Uint16Array.of(
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
); // prettier-ignore
const lengthExtra = Uint8Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
);
const distanceBase = Uint16Array.of(
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
); // prettier-ignore

/** Unpacks symbols up to `limit` or a little beyond; answers whether the block has ended (RFC 1951, 3.2.5). */
export function unpackCoded(
  bits: Bits,
  { literals, distances }: Codes,
  output: Output,
  limit: number,
): 'ended' | 'goes on' {
  const { bytes: input } = bits;
  const { bytes: out } = output;
  const [literalEntries, literalMask] = [literals.entries, (1 << literals.bits) - 1];
  const [distanceEntries, distanceMask] = [distances.entries, (1 << distances.bits) - 1];
  let { at, hold, count } = bits;
  let { end } = output;
  let ended = false;
  while (end < limit) {
    for (; count <= 24; count += 8) hold |= (at < input.length ? input[at++] : over(at++, input)) << count;
    const entry = literalEntries[hold & literalMask];
    const used = entry & 15;
    if (used === 0) damaged('compressed pixels cannot be unpacked');
    hold >>>= used;
    count -= used;
    const symbol = entry >> 4;
    if (symbol < 256) {
      out[end++] = symbol;
      continue;
    }
    if (symbol === 256) {
      ended = true;
      break;
    }
    if (symbol > 285) damaged('compressed pixels cannot be unpacked');
    const extra = lengthExtra[symbol - 257];
    const length = lengthBase[symbol - 257] + (hold & ((1 << extra) - 1));
    hold >>>= extra;
    count -= extra;
    for (; count <= 24; count += 8) hold |= (at < input.length ? input[at++] : over(at++, input)) << count;
    const code = distanceEntries[hold & distanceMask];
    const usedBy = code & 15;
    if (usedBy === 0 || code >> 4 > 29) damaged('compressed pixels cannot be unpacked');
    hold >>>= usedBy;
    count -= usedBy;
    for (; count <= 24; count += 8) hold |= (at < input.length ? input[at++] : over(at++, input)) << count;
    const more = Math.max(0, ((code >> 4) >> 1) - 1);
    const distance = distanceBase[code >> 4] + (hold & ((1 << more) - 1));
    hold >>>= more;
    count -= more;
    if (distance > end) damaged('compressed pixels cannot be unpacked');
    repeat(out, end, distance, length);
    end += length;
  }
  Object.assign(bits, { at, hold, count });
  output.end = end;
  return ended ? 'ended' : 'goes on';
}

/** Zeros stand for what comes after the end, up to the eight bytes that may be looked ahead. */
function over(at: number, input: Uint8Array): number {
  return at < input.length + 8 ? 0 : damaged('compressed pixels are incomplete');
}

function repeat(out: Uint8Array, end: number, distance: number, length: number): void {
  if (length < 16) {
    for (let to = end, from = end - distance; to < end + length; to++, from++) out[to] = out[from];
  } else if (distance === 1) out.fill(out[end - 1], end, end + length);
  else if (distance >= length) out.copyWithin(end, end - distance, end - distance + length);
  else for (let to = end, from = end - distance; to < end + length; to++, from++) out[to] = out[from];
}
