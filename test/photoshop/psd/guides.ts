import type { GuideState } from '../model/state';
import { createByteReader } from './byteReader';
import { createByteWriter } from './byteWriter';

/** The resource of grid and guides: version, two cycles of the grid, then each guide in 32nds of a pixel. */
export function readGuides(data: Uint8Array | undefined): readonly GuideState[] {
  if (!data || data.length < headLength) return [];
  const reader = createByteReader(data, 'the guides');
  reader.skip(12);
  const count = Math.min(reader.u32(), Math.floor(reader.remaining / 5));
  return Array.from({ length: count }, (_, index) => {
    const coordinate = (reader.u32() | 0) / 32;
    return { id: index + 1, coordinate, direction: reader.u8() === 0 ? 'vertical' : 'horizontal' };
  });
}

/** The same resource with other guides: the grid stays as it was. */
export function writeGuides(old: Uint8Array | undefined, guides: readonly GuideState[]): Uint8Array {
  const writer = createByteWriter();
  if (old && old.length >= headLength) writer.bytes(old.subarray(0, 12));
  else for (const value of [1, usualGrid, usualGrid]) writer.u32(value);
  writer.u32(guides.length);
  for (const { coordinate, direction } of guides) {
    writer.u32(Math.round(coordinate * 32) >>> 0);
    writer.u8(direction === 'vertical' ? 0 : 1);
  }
  return writer.join();
}

const headLength = 16;
/** A line every 18 pixels. */
const usualGrid = 576;
