import { crc32 } from '../checksums';

export const pngSignature = [137, 80, 78, 71, 13, 10, 26, 10] as const;

/** A chunk of a PNG: length, name, content, checksum. */
export function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(content.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  for (let i = 0; i < 4; i++) whole[4 + i] = name.charCodeAt(i);
  whole.set(content, 8);
  view.setUint32(content.length + 8, crc32(whole, 4, content.length + 8));
  return whole;
}
