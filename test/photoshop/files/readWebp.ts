import start from '@jsquash/webp/codec/dec/webp_dec.js';
import { documentOf } from '../model/createDocument';
import { planesOf } from '../model/samples';
import type { DocumentState } from '../model/state';
import { DamagedFile } from '../psd/damagedFile';
import { layerOf } from './readPng';

/** Reads a WebP file, as Photoshop does since 23.2: its first picture, with its profile. Throws `DamagedFile`. */
export type WebpReader = (bytes: Uint8Array) => DocumentState;

/** libwebp, from the bytes of its WebAssembly module: who asks for it knows where they lie (a file, an address). */
export async function createWebpReader(wasm: Uint8Array): Promise<WebpReader> {
  // it hands its pictures over in the class that browsers have for them, and Node has not
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData });
  const codec = await start({ noInitialRun: true, wasmBinary: wasm });
  return (bytes) => {
    const decoded = codec.decode(bytes);
    if (decoded === null) throw new DamagedFile('This WebP file is damaged or incomplete and cannot be opened.');
    const { width, height, data } = decoded;
    const { color, alpha } = planesOf(new Uint8Array(data), 4, 3);
    const isOpaque = alpha === undefined || alpha.every((level) => level === 255);
    const profile = chunkOf(bytes, 'ICCP');
    const base = { width, height, mode: 'rgb', depth: 8, resolution: 72, ...(profile && { profile }) } as const;
    return documentOf(base, [layerOf(isOpaque ? { color } : { color, alpha }, width, height)]);
  };
}

class PlainImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

export function isWebp(bytes: Uint8Array): boolean {
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP';
}

/** The content of a chunk of the file, by its name. */
function chunkOf(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    if (textAt(bytes, at) === name) return bytes.slice(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
