import { assert } from '../../base/assert';
import type { Sliced } from '../../base/slices';
import { adler32 } from '../checksums';
import type { Raster } from '../raster';
import { createRow, filterInto } from './filterRow';
import { addBytes } from './letters';
import {
  beginBlock,
  createPacker,
  endBlock,
  lettersPerBlock,
  type Packer,
  takeRest,
  takeWords,
  writeLetters,
} from './packRows';
import { pngChunk, pngSignature } from './writeChunk';

/** What a PNG is made from: a raster, or a mask with one channel said. */
export type PngPixels = Pick<Raster, 'width' | 'height' | 'channels' | 'data'>;

/**
 * A raster of 8 or 16 bit as a PNG, without loss: gray, gray with alpha, RGB or RGBA by its channels. Nothing is said of the
 * color space, so a reader takes it for sRGB.
 */
export function* encodePng(picture: PngPixels): Sliced<Uint8Array> {
  const parts = [Uint8Array.from(pngSignature), pngChunk('IHDR', headerOf(picture))];
  yield* addPixels(parts, picture);
  parts.push(pngChunk('IEND', new Uint8Array(0)));
  return yield* joined(parts);
}

const colorTypes = { 1: 0, 2: 4, 3: 2, 4: 6 } as const;

function headerOf({ width, height, channels, data }: PngPixels): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([data.BYTES_PER_ELEMENT * 8, colorTypes[channels]], 8);
  return header;
}

/** About so many bytes of rows make a piece of the work, and of very short rows so many. */
const bytesPerPiece = 1 << 14;
const mostRowsPerPiece = 256;

/** The rows as one zlib stream (RFC 1950), a chunk for every block. */
function* addPixels(parts: Uint8Array[], { width, height, channels, data }: PngPixels): Sliced<void> {
  const step = channels * data.BYTES_PER_ELEMENT;
  const rowLength = width * step;
  const rowsAPiece = Math.max(1, Math.min(mostRowsPerPiece, Math.floor(bytesPerPiece / (rowLength + 1))));
  const filtered = new Uint8Array(rowsAPiece * (rowLength + 1));
  const packer = createPacker(step, filtered.length);
  const result = createRow(rowLength);
  let [row, above] = [createRow(rowLength), createRow(rowLength)];
  let adler = 1;
  parts.push(pngChunk('IDAT', Uint8Array.of(0x78, 0x01)));
  for (let y = 0; y < height; y += rowsAPiece) {
    const end = Math.min(height, y + rowsAPiece);
    let length = 0;
    for (let at = y; at < end; at++, length += rowLength + 1) {
      rowInto(row.bytes, data, at * width * channels, width * channels);
      row.left.set(row.bytes.subarray(0, rowLength - step), step);
      filtered[length] = filterInto(result, row, above, step);
      filtered.set(result.bytes, length + 1);
      [row, above] = [above, row];
    }
    adler = adler32(filtered, 0, length, adler);
    if (packer.letterCount + length > lettersPerBlock) yield* addBlock(parts, packer, 'more follow');
    addBytes(packer, filtered, length);
    yield end / height;
  }
  yield* addBlock(parts, packer, 'last');
  parts.push(pngChunk('IDAT', new Uint8Array([...takeRest(packer), ...bigEndian(adler)])));
}

/** One row as the bytes of a PNG. 16 bit: full scale is 65535 there. */
function rowInto(row: Uint8Array, data: PngPixels['data'], from: number, count: number): void {
  assert(!(data instanceof Float32Array), '8 or 16 bit');
  if (data instanceof Uint8Array) {
    row.set(data.subarray(from, from + count));
    return;
  }
  for (let i = 0, to = 0; i < count; i++) {
    // 0 to 32768 becomes 0 to 65535
    const value = (data[from + i] * 65535 + 16384) >> 15;
    row[to++] = value >> 8;
    row[to++] = value;
  }
}

/** So many letters are written in one piece. */
const lettersPerPiece = 1 << 14;

function* addBlock(parts: Uint8Array[], packer: Packer, place: 'last' | 'more follow'): Sliced<void> {
  const block = beginBlock(packer, place);
  for (let from = 0; from < packer.letterCount; from += lettersPerPiece) {
    writeLetters(packer, block, from, Math.min(packer.letterCount, from + lettersPerPiece));
    yield;
  }
  endBlock(packer, block);
  parts.push(pngChunk('IDAT', takeWords(packer)));
  yield;
}

function bigEndian(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** So many bytes are copied in one piece. */
const bytesPerCopy = 1 << 21;

function* joined(parts: readonly Uint8Array[]): Sliced<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  let since = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
    since += part.length;
    if (since < bytesPerCopy) continue;
    since = 0;
    yield 1;
  }
  return whole;
}
