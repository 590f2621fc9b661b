import type { EmbeddedColor } from './embeddedColor';
import type { Raster } from './raster';

/** What a file of a picture may ask for at most; checked before anything is unpacked. */
export interface PictureLimits {
  readonly pixels: number;
  readonly profileBytes: number;
}

/** Twice the largest answer of any model, and the largest profile that presses use. */
export const defaultLimits: PictureLimits = { pixels: 64_000_000, profileBytes: 4_000_000 };

/** The pixels of a file, upright, and what it says about their colors. Of its own space, whatever `raster.space` says. */
export interface PictureFile {
  readonly raster: Raster;
  readonly color: EmbeddedColor;
}
