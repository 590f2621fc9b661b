import type { Sliced } from '../base/slices';
import { Unreadable } from '../base/unreadable';
import { grayAsRgb } from './asRgb';
import { decodeJpeg } from './jpeg/decodeJpeg';
import { defaultLimits, type PictureFile, type PictureLimits } from './pictureFile';
import { decodePng } from './png/decodePng';
import { toSrgb } from './profile/toSrgb';
import { type Raster, sRGB } from './raster';
import { type PictureFormat, sniffFormat } from './sniffFormat';

/** A file that was opened, or one that only Photoshop can open. */
export type OpenedPicture =
  /** RGB or RGBA, 8 or 16 bit, in sRGB, upright. */
  | { readonly kind: 'raster'; readonly raster: Raster }
  | { readonly kind: 'photoshop'; readonly format: PictureFormat; readonly because: 'format' | 'colors' | 'rare-kind' };

/**
 * Opens a picture of any format that a model may answer in, by its first bytes, in slices. Throws `Unreadable` where it is
 * damaged, larger than the limits, or no picture.
 */
export function* openPicture(bytes: Uint8Array, limits: PictureLimits = defaultLimits): Sliced<OpenedPicture> {
  const format = sniffFormat(bytes);
  if (!format) throw new Unreadable('damaged', 'a picture');
  if (format !== 'png' && format !== 'jpeg') return { kind: 'photoshop', format, because: 'format' };
  const file = yield* read(format === 'png' ? decodePng(bytes, limits) : decodeJpeg(bytes, limits));
  if (!file) return { kind: 'photoshop', format, because: 'rare-kind' };
  const raster = yield* toSrgb(file.raster, file.color);
  if (raster === 'host') return { kind: 'photoshop', format, because: 'colors' };
  return { kind: 'raster', raster: { ...(yield* grayAsRgb(raster)), space: sRGB } };
}

/** Nothing where the file is in order but of a kind that is not read here. */
function* read(work: Sliced<PictureFile>): Sliced<PictureFile | undefined> {
  try {
    return yield* work;
  } catch (error) {
    if (error instanceof Unreadable && error.why === 'unsupported') return undefined;
    throw error;
  }
}
