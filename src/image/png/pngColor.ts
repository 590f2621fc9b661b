import type { Sliced } from '../../base/slices';
import { Unreadable } from '../../base/unreadable';
import type { EmbeddedColor } from '../embeddedColor';
import type { PictureLimits } from '../pictureFile';
import { createInflater, inflatePiece } from './inflate';
import type { Chunk } from './readChunks';

/** What a PNG says about its colors: a profile before all, then sRGB, then an exponent. (PNG 3, 4.3.) */
export function* pngColor(bytes: Uint8Array, chunks: readonly Chunk[], limits: PictureLimits): Sliced<EmbeddedColor> {
  const named = (name: string) => chunks.find((chunk) => chunk.name === name);
  const profile = named('iCCP');
  const unpacked = profile && (yield* readProfile(bytes, profile, limits));
  if (unpacked) return { kind: 'profile', bytes: unpacked };
  const gamma = named('gAMA');
  if (named('sRGB') || !gamma || gamma.end - gamma.start !== 4) {
    return { kind: named('sRGB') ? 'srgb' : 'untagged' };
  }
  const value = new DataView(bytes.buffer, bytes.byteOffset + gamma.start).getUint32(0);
  if (value === 0) return { kind: 'untagged' };
  return { kind: 'gamma', exponent: 100_000 / value, primaries: readPrimaries(bytes, named('cHRM')) };
}

/** A name, a zero, the method, and the packed profile. One that cannot be read counts as none. */
function* readProfile(bytes: Uint8Array, { start, end }: Chunk, limits: PictureLimits): Sliced<Uint8Array | undefined> {
  const from = bytes.indexOf(0, start) + 2;
  if (from < start + 2 || from >= end) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const inflater = createInflater(bytes, from, end);
    for (let piece = inflatePiece(inflater); piece; piece = inflatePiece(inflater)) {
      length += piece.length;
      if (length > limits.profileBytes) return undefined;
      parts.push(piece.slice());
      yield;
    }
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Where sRGB has white, red, green and blue. */
const ofSrgb = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];

function readPrimaries(bytes: Uint8Array, chunk: Chunk | undefined): readonly number[] {
  if (!chunk || chunk.end - chunk.start !== 32) return ofSrgb;
  const view = new DataView(bytes.buffer, bytes.byteOffset + chunk.start);
  return ofSrgb.map((_, i) => view.getUint32(i * 4) / 100_000);
}
