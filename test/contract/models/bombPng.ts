import { deflateSync } from 'node:zlib';
import { pngChunk, pngSignature } from '../../../src/image/png/writeChunk';

/** A small file that says it holds 40,000 by 40,000 pixels, and begins to. */
export function bombPng(): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40_000, 0);
  header.writeUInt32BE(40_000, 4);
  header.set([8, 2], 8);
  const pixels = deflateSync(Buffer.alloc(4_000_000));
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND', new Uint8Array(0))];
  return Buffer.concat([Uint8Array.from(pngSignature), ...chunks]);
}
