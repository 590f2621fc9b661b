import { zlibSync } from 'fflate';
import { crc32 } from '../../src/image/checksums';

/** A PNG as it shall be written, plainly: samples as the file counts them. */
export interface PngRecipe {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
  /** Sample by sample, row by row. */
  readonly samples: readonly number[];
  /** The filters of the rows, by turns. */
  readonly filters: readonly number[];
  /** Chunks before the pixels. */
  readonly chunks: readonly (readonly [name: string, content: Uint8Array])[];
  /** So many bytes of packed pixels go into one chunk. */
  readonly chunkLength: number;
}

export const samplesPerPixelOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

export function pngFile(recipe: PngRecipe): Uint8Array {
  const { chunks, chunkLength } = recipe;
  const packed = zlibSync(Uint8Array.from(filteredRows(recipe)));
  const parts = Array.from({ length: Math.ceil(packed.length / chunkLength) }, (_, i) =>
    chunk('IDAT', packed.subarray(i * chunkLength, (i + 1) * chunkLength)),
  );
  return Uint8Array.from([
    ...head(recipe),
    ...chunks.flatMap(([name, content]) => chunk(name, content)),
    ...parts.flat(),
    ...chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A PNG with these packed pixels, whatever they are. */
export function pngWith(recipe: PngRecipe, packed: Uint8Array): Uint8Array {
  return Uint8Array.from([...head(recipe), ...chunk('IDAT', packed), ...chunk('IEND', new Uint8Array(0))]);
}

function head({ width, height, depth, colorType, interlaced }: PngRecipe): number[] {
  const header = [...bigEndian(width), ...bigEndian(height), depth, colorType, 0, 0, interlaced ? 1 : 0];
  return [137, 80, 78, 71, 13, 10, 26, 10, ...chunk('IHDR', Uint8Array.from(header))];
}

export function chunk(name: string, content: Uint8Array): number[] {
  const bytes = [...Buffer.from(name, 'latin1'), ...content];
  const sum = crc32(Uint8Array.from(bytes), 0, bytes.length);
  return [...bigEndian(content.length), ...bytes, ...bigEndian(sum)];
}

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

function filteredRows({ width, height, depth, colorType, interlaced, samples, filters }: PngRecipe): number[] {
  const perPixel = samplesPerPixelOf[colorType];
  const step = Math.max(1, (perPixel * depth) >> 3);
  const bytes: number[] = [];
  for (const [left, top, across, down] of interlaced ? adam7 : [[0, 0, 1, 1]]) {
    let above: number[] = [];
    for (let y = top, number = 0; y < height && left < width; y += down, number++) {
      const values: number[] = [];
      for (let x = left; x < width; x += across) {
        for (let i = 0; i < perPixel; i++) values.push(samples[(y * width + x) * perPixel + i]);
      }
      const row = packedRow(values, depth);
      const filter = filters[number % filters.length];
      bytes.push(filter, ...row.map((value, i) => (value - predicted(filter, row, above, i, step)) & 255));
      above = row;
    }
  }
  return bytes;
}

function packedRow(values: readonly number[], depth: number): number[] {
  const bits = values.map((value) => value.toString(2).padStart(depth, '0')).join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2));
}

function predicted(
  filter: number,
  row: readonly number[],
  aboveRow: readonly number[],
  i: number,
  step: number,
): number {
  const left = row[i - step] ?? 0;
  const above = aboveRow[i] ?? 0;
  const corner = i < step ? 0 : (aboveRow[i - step] ?? 0);
  const guess = left + above - corner;
  const nearest = [left, above, corner].reduce((best, value) =>
    Math.abs(guess - value) < Math.abs(guess - best) ? value : best,
  );
  return [0, left, above, (left + above) >> 1, nearest][filter];
}
