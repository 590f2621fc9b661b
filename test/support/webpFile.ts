import { readFileSync } from 'node:fs';
import start from '@jsquash/webp/codec/enc/webp_enc.js';
import { defaultOptions } from '@jsquash/webp/meta.js';
import type { Picture } from '../servers/picture';

/** An opaque RGB picture as a WebP file that loses nothing. */
export async function webpFile({ width, height, data }: Picture): Promise<Uint8Array> {
  const wasm = readFileSync(require.resolve('@jsquash/webp/codec/enc/webp_enc.wasm'));
  const codec = await start({ noInitialRun: true, wasmBinary: wasm });
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : data[Math.floor(i / 4) * 3 + (i % 4)],
  );
  const file = codec.encode(rgba, width, height, { ...defaultOptions, lossless: 1, quality: 100, exact: 1 });
  if (file === null) throw new Error('The picture was not written.');
  return new Uint8Array(file);
}
