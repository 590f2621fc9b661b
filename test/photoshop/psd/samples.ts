import type { FileDepth } from '../model/modes';
import type { Samples } from '../model/state';

/** How many bytes one value takes in the file. */
export function bytesPerSample(depth: FileDepth): number {
  return depth / 8;
}

/** How many bytes a row of values takes; bits fill up whole bytes. */
export function rowBytesOf({ width, depth }: { readonly width: number; readonly depth: FileDepth }): number {
  return Math.ceil((width * depth) / 8);
}

/** Values of the file (big-endian; 16 bit: 0 to 65535) as Photoshop counts them (16 bit: 0 to 32768). */
export function samplesFromBytes(bytes: Uint8Array, depth: FileDepth, width: number): Samples {
  if (depth === 1) return samplesFromBits(bytes, width);
  if (depth === 8) return bytes;
  if (depth === 16) return samplesFrom16(bytes);
  return samplesFrom32(bytes);
}

/** The way back. 8 bit: the very array. */
export function bytesFromSamples(samples: Samples): Uint8Array {
  if (samples instanceof Uint8Array) return samples;
  if (samples instanceof Uint16Array) return bytesFrom16(samples);
  return bytesFrom32(samples);
}

/** 0 to 65535 becomes 0 to 32768: value * 32768 / 65535, rounded. */
export function from65535(value: number): number {
  return (value + 1) >> 1;
}

/** 0 to 32768 becomes 0 to 65535: value * 65535 / 32768, rounded; `from65535` gives the value back exactly. */
export function to65535(value: number): number {
  return value * 2 - ((16384 - value) >>> 31);
}

/** A set bit is black. */
function samplesFromBits(bytes: Uint8Array, width: number): Uint8Array {
  const rowBytes = rowBytesOf({ width, depth: 1 });
  const samples = new Uint8Array((bytes.length / rowBytes) * width);
  for (let i = 0; i < samples.length; i++) {
    const x = i % width;
    const byte = bytes[((i - x) / width) * rowBytes + (x >> 3)] ?? 0;
    samples[i] = byte & (0x80 >> (x & 7)) ? 0 : 255;
  }
  return samples;
}

function samplesFrom16(bytes: Uint8Array): Uint16Array {
  const count = bytes.length >> 1;
  const samples = new Uint16Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 2) {
    samples[i] = from65535(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  return samples;
}

function bytesFrom16(samples: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 2);
  for (let i = 0, at = 0; i < samples.length; i++, at += 2) {
    const value = to65535(samples[i] ?? 0);
    bytes[at] = value >> 8;
    bytes[at + 1] = value;
  }
  return bytes;
}

function samplesFrom32(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Float32Array(bytes.length >> 2);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getFloat32(i * 4);
  return samples;
}

function bytesFrom32(samples: Float32Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < samples.length; i++) view.setFloat32(i * 4, samples[i] ?? 0);
  return bytes;
}
