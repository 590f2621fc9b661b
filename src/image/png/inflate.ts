import { mustHold } from '../../base/unreadable';
import { adler32 } from '../checksums';
import { takeBits } from './bitReader';
import { type BlockCodes, fixedCodes, readCodes } from './blockCodes';
import { type Unpacking, unpackSymbols } from './unpackSymbols';

/**
 * Unpacks a zlib stream (RFC 1950, 1951) as far as one asks, so that neither a long piece of work nor more bytes than
 * expected can come of it.
 */
export interface Inflater extends Unpacking {
  readonly end: number;
  adler: number;
  block: Block;
  isLast: boolean;
}

type Block =
  | { readonly kind: 'none' }
  | { readonly kind: 'end' }
  | { readonly kind: 'stored'; left: number }
  | { readonly kind: 'packed'; readonly codes: BlockCodes };

const reach = 1 << 15;
const longestMatch = 258;

/** `pieceLength`: so many bytes, or a few more, are unpacked at once. Throws `Unreadable` where no zlib stream begins. */
export function createInflater(source: Uint8Array, start: number, end: number, pieceLength = 1 << 14): Inflater {
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
    else if (unpackSymbols(inflater, inflater.block.codes, limit) === 'end') inflater.block = { kind: 'none' };
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
  inflater.isLast = takeBits(inflater, 1) === 1;
  const kind = takeBits(inflater, 2);
  mustHold(kind < 3, 'a block of deflate');
  if (kind === 0) inflater.block = beginStored(inflater);
  else inflater.block = { kind: 'packed', codes: kind === 1 ? fixedCodes : readCodes(inflater) };
}

function beginStored(inflater: Inflater): Block {
  inflater.at -= inflater.bitCount >> 3;
  inflater.bits = 0;
  inflater.bitCount = 0;
  const length = takeBits(inflater, 16);
  mustHold(takeBits(inflater, 16) === (~length & 0xffff), 'a stored block');
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
