import type { Depth, Samples } from '../model/state';

/** How many bytes one value takes in the file. */
export function bytesPerSample(depth: Depth): number {
  return depth / 8;
}

/** Values of the file (big-endian; 16 bit: 0 to 65535) as Photoshop counts them (16 bit: 0 to 32768). */
export function samplesFromBytes(bytes: Uint8Array, depth: Depth): Samples {
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

/** 0 to 65535 becomes 0 to 32768, rounded. */
export function from65535(value: number): number {
  return Math.floor((value * 32768) / 65535 + 0.5);
}

/** 0 to 32768 becomes 0 to 65535, rounded; `from65535` gives the value back exactly. */
export function to65535(value: number): number {
  return Math.floor((value * 65535) / 32768 + 0.5);
}

function samplesFrom16(bytes: Uint8Array): Uint16Array {
  const count = bytes.length >> 1;
  const samples = new Uint16Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 2) {
    const value = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    samples[i] = (value * 32768) / 65535 + 0.5;
  }
  return samples;
}

function bytesFrom16(samples: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 2);
  for (let i = 0, at = 0; i < samples.length; i++, at += 2) {
    const value = ((samples[i] ?? 0) * 65535) / 32768 + 0.5;
    bytes[at] = value >> 8;
    bytes[at + 1] = value;
  }
  return bytes;
}

function samplesFrom32(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getFloat32(i * 4));
}

function bytesFrom32(samples: Float32Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 4);
  const view = new DataView(bytes.buffer);
  samples.forEach((value, i) => view.setFloat32(i * 4, value));
  return bytes;
}
