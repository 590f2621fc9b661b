import { readFileSync } from 'node:fs';
import { createWebpReader, type WebpReader } from '../files/readWebp';
import type { DocumentState } from '../model/state';

let reader: Promise<WebpReader> | undefined;

/** Reads a WebP file; what it takes is loaded when the first one comes. Throws `DamagedFile`. */
export async function readWebp(bytes: Uint8Array): Promise<DocumentState> {
  reader ??= createWebpReader(readFileSync(require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')));
  return (await reader)(bytes);
}
