/** Which color model the values of a raster belong to, and in which profile. An empty profile is an untagged one. */
export interface ColorSpace {
  readonly model: 'rgb' | 'gray' | 'lab';
  readonly profile: string;
}

export const sRGB: ColorSpace = { model: 'rgb', profile: 'sRGB IEC61966-2.1' };

/** An untagged picture is none: what its values mean is a choice in Photoshop's color settings. */
export function isSrgb({ model, profile }: ColorSpace): boolean {
  return model === 'rgb' && profile === sRGB.profile;
}

export type Depth = 8 | 16 | 32;
export type Samples = Uint8Array | Uint16Array | Float32Array;

/**
 * A picture: straight alpha, row by row from the top left, channels interleaved, values as the host counts them
 * (8 bit: 0 to 255; 16 bit: 0 to 32768; 32 bit: 0 to 1 and beyond).
 *
 * Pixels stay in the space and depth they were read in; only the host converts between profiles.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly space: ColorSpace;
  readonly data: Samples;
}

/** The value of full white, or of full opacity, at a depth. */
export function fullScaleOf(data: Samples): number {
  if (data instanceof Uint8Array) return 255;
  if (data instanceof Uint16Array) return 32768;
  return 1;
}

export function depthOf(data: Samples): Depth {
  if (data instanceof Uint8Array) return 8;
  if (data instanceof Uint16Array) return 16;
  return 32;
}

/** Zeroed samples of a depth. */
export function samplesOf(depth: Depth, length: number): Samples {
  if (depth === 8) return new Uint8Array(length);
  return depth === 16 ? new Uint16Array(length) : new Float32Array(length);
}

/** Zeroed samples of the same depth as `like`. */
export function samplesLike<S extends Samples>(like: S, length: number): S;
export function samplesLike(like: Samples, length: number): Samples {
  if (like instanceof Uint8Array) return new Uint8Array(length);
  if (like instanceof Uint16Array) return new Uint16Array(length);
  return new Float32Array(length);
}
