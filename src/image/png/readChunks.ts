import type { Sliced } from '../../base/slices';
import { mustHold } from '../../base/unreadable';
import { crc32 } from '../checksums';
import { pngSignature } from './writeChunk';

/** A chunk's content, as a stretch of the file. */
export interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** More than this, and a file is made to waste time. */
const mostChunks = 100_000;

/** All chunks of a PNG up to its end, their checksums checked. Throws `Unreadable`. (PNG 1.2, 3.) */
export function* readChunks(bytes: Uint8Array): Sliced<readonly Chunk[]> {
  mustHold(
    pngSignature.every((byte, i) => bytes[i] === byte),
    'the signature of a PNG',
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let name = '';
  for (let at = pngSignature.length; name !== 'IEND';) {
    mustHold(at + 12 <= bytes.length && chunks.length < mostChunks, 'the last chunk of a PNG');
    const [start, end] = [at + 8, at + 8 + view.getUint32(at)];
    mustHold(end + 4 <= bytes.length, 'a whole chunk of a PNG');
    name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const sum = yield* checksum(bytes, at + 4, end);
    mustHold(sum === view.getUint32(end) || isSpare(bytes[at + 4]), `the checksum of ${name}`);
    if (sum === view.getUint32(end)) chunks.push({ name, start, end });
    at = end + 4;
  }
  return chunks;
}

/** Chunks with a small first letter can be done without: damaged ones are passed over. */
function isSpare(letter: number): boolean {
  return (letter & 0x20) !== 0;
}

const bytesPerPiece = 1 << 16;

function* checksum(bytes: Uint8Array, start: number, end: number): Sliced<number> {
  let sum = 0;
  for (let from = start; from < end; from += bytesPerPiece) {
    sum = crc32(bytes, from, Math.min(end, from + bytesPerPiece), sum);
    yield;
  }
  return sum;
}
