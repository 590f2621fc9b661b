import { Unreadable, mustHold } from '../../base/unreadable';
import type { PictureLimits } from '../pictureFile';
import type { Chunk } from './readChunks';

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample, or of an index into the palette. */
  readonly depth: number;
  readonly color: 'gray' | 'rgb' | 'palette' | 'gray-alpha' | 'rgb-alpha';
  readonly interlaced: boolean;
}

/** The kinds of color by their numbers, with the depths that each may have. (PNG 1.2, 4.1.1.) */
const kinds: Readonly<Record<number, { readonly color: PngHeader['color']; readonly depths: readonly number[] }>> = {
  0: { color: 'gray', depths: [1, 2, 4, 8, 16] },
  2: { color: 'rgb', depths: [8, 16] },
  3: { color: 'palette', depths: [1, 2, 4, 8] },
  4: { color: 'gray-alpha', depths: [8, 16] },
  6: { color: 'rgb-alpha', depths: [8, 16] },
};

/** The header, checked against the format and the limits. Throws `Unreadable`. */
export function pngHeader(bytes: Uint8Array, chunk: Chunk | undefined, limits: PictureLimits): PngHeader {
  const isHeader = chunk?.name === 'IHDR' && chunk.end - chunk.start === 13;
  mustHold(isHeader, 'the header of a PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset + chunk.start, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, kind, compression, filter, interlace] = bytes.subarray(chunk.start + 8, chunk.end);
  const colors = kinds[kind];
  mustHold(width > 0 && height > 0 && colors !== undefined && colors.depths.includes(depth), 'the header of a PNG');
  mustHold(compression === 0 && filter === 0 && interlace < 2, 'the header of a PNG');
  if (width * height > limits.pixels) throw new Unreadable('too-large', `${width} × ${height} pixels`);
  return { width, height, depth, color: colors.color, interlaced: interlace === 1 };
}

export function samplesPerPixel({ color }: PngHeader): number {
  return { gray: 1, palette: 1, 'gray-alpha': 2, rgb: 3, 'rgb-alpha': 4 }[color];
}
