import { createByteReader } from './byteReader';
import { createByteWriter } from './byteWriter';

/** Pixels per inch; the file has them so whatever unit it wants to show. */
export function readResolution(data: Uint8Array | undefined): number {
  if (!data || data.length < 4) return 72;
  return createByteReader(data, 'the resolution').u32() / 65536;
}

export function createResolution(pixelsPerInch: number): Uint8Array {
  const fixed = Math.round(pixelsPerInch * 65536);
  const writer = createByteWriter();
  // value, shown per inch, width or height shown in inches: across, then down
  for (let i = 0; i < 2; i++) {
    writer.u32(fixed);
    writer.u16(1);
    writer.u16(1);
  }
  return writer.join();
}
