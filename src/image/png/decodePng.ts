import type { Sliced } from '../../base/slices';
import { mustHold } from '../../base/unreadable';
import { defaultLimits, type PictureFile, type PictureLimits } from '../pictureFile';
import { type Raster, samplesOf, sRGB } from '../raster';
import { expansionOf, type Expansion } from './expandRow';
import { createInflater, inflatePiece } from './inflate';
import { type Pass, passesOf } from './passes';
import { pngColor } from './pngColor';
import { type PngHeader, pngHeader, samplesPerPixel } from './pngHeader';
import { type Chunk, readChunks } from './readChunks';
import { unfilterRow } from './unfilterRow';

/**
 * Reads a PNG of any kind, in slices: gray, RGB or a palette, 1 to 16 bit, interlaced or not. Gray stays gray; a palette
 * becomes RGB; what is not opaque has alpha. Throws `Unreadable` before anything is unpacked where the picture is larger than
 * the limits, and wherever the file is damaged. (PNG 1.2 and 3.)
 */
export function* decodePng(bytes: Uint8Array, limits: PictureLimits = defaultLimits): Sliced<PictureFile> {
  const chunks = yield* readChunks(bytes);
  const header = pngHeader(bytes, chunks.at(0), limits);
  const content = (name: string) => {
    const chunk = chunks.find((candidate) => candidate.name === name);
    return chunk && bytes.subarray(chunk.start, chunk.end);
  };
  const expansion = expansionOf(header, content('PLTE'), content('tRNS'));
  const color = yield* pngColor(bytes, chunks, limits);
  return { raster: yield* readPixels(bytes, chunks, header, expansion), color };
}

function* readPixels(
  bytes: Uint8Array,
  chunks: readonly Chunk[],
  header: PngHeader,
  expansion: Expansion,
): Sliced<Raster> {
  const { width, height } = header;
  const { channels, depth } = expansion;
  const data = samplesOf(depth, width * height * channels);
  const packed = yield* packedPixels(bytes, chunks);
  yield* unpackRows(packed, header, (pass, row, y) => placeRow(data, row, y, pass, width, expansion));
  const space = channels < 3 ? { model: 'gray' as const, profile: '' } : sRGB;
  return { width, height, channels, space, data };
}

interface Stretch {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const bytesPerCopy = 1 << 20;

/** The packed pixels in one stretch: of the file itself where they lie in one chunk. */
function* packedPixels(bytes: Uint8Array, chunks: readonly Chunk[]): Sliced<Stretch> {
  const parts = chunks.filter(({ name }) => name === 'IDAT');
  if (parts.length === 1) return { bytes, start: parts[0].start, end: parts[0].end };
  const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  let since = 0;
  for (const { start, end } of parts) {
    for (let from = start; from < end; from += bytesPerCopy) {
      const to = Math.min(end, from + bytesPerCopy);
      whole.set(bytes.subarray(from, to), at);
      at += to - from;
      since += to - from;
      if (since < bytesPerCopy) continue;
      since = 0;
      yield;
    }
  }
  return { bytes: whole, start: 0, end: length };
}

type TakeRow = (pass: Pass, row: Uint8Array, y: number) => void;

/** Hands on row after row, unfiltered. What follows the last row is left packed; where nothing does, the checksum counts. */
function* unpackRows({ bytes, start, end }: Stretch, header: PngHeader, takeRow: TakeRow): Sliced<void> {
  const bits = samplesPerPixel(header) * header.depth;
  const step = Math.max(1, bits >> 3);
  const inflater = createInflater(bytes, start, end);
  let piece: Uint8Array = new Uint8Array(0);
  let used = 0;
  for (const pass of passesOf(header)) {
    const length = Math.ceil((pass.width * bits) / 8);
    let [row, above] = [new Uint8Array(length + 1), new Uint8Array(length + 1)];
    for (let y = 0; y < pass.height; y++) {
      for (let filled = 0; filled <= length;) {
        if (used === piece.length) {
          yield y / pass.height;
          const next = inflatePiece(inflater);
          mustHold(next !== undefined, 'all rows of a PNG');
          [piece, used] = [next, 0];
        }
        const count = Math.min(length + 1 - filled, piece.length - used);
        row.set(piece.subarray(used, used + count), filled);
        filled += count;
        used += count;
      }
      unfilterRow(row[0], row.subarray(1), above.subarray(1), step);
      takeRow(pass, row.subarray(1), y);
      [row, above] = [above, row];
    }
  }
  if (used === piece.length) inflatePiece(inflater);
}

/** Puts a row of a pass to its place in the picture. */
function placeRow(
  data: Raster['data'],
  row: Uint8Array,
  y: number,
  { left, top, across, down, width: count }: Pass,
  width: number,
  { channels, expand }: Expansion,
): void {
  mustHold(!(data instanceof Float32Array), 'whole numbers');
  const start = ((top + y * down) * width + left) * channels;
  if (across === 1) {
    expand(data.subarray(start, start + count * channels), row, count);
    return;
  }
  const samples = data.slice(0, count * channels);
  expand(samples, row, count);
  for (let pixel = 0, from = 0; pixel < count; pixel++) {
    const to = start + pixel * across * channels;
    for (let channel = 0; channel < channels; channel++) data[to + channel] = samples[from++];
  }
}
