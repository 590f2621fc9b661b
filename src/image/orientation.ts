import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { type Raster, samplesLike } from './raster';

/**
 * How a camera held the picture, as EXIF counts: 1 upright, 3 upside down, 6 and 8 on its side; 2, 4, 5 and 7 the same in a
 * mirror.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The orientation in an EXIF block (which is a TIFF); 1 where it says none. (EXIF 2.32, 4.6.) */
export function readOrientation(exif: Uint8Array): Orientation {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (exif.length < 14) return 1;
  const little = exif[0] === 0x49;
  const start = view.getUint32(4, little);
  if (start + 2 > exif.length) return 1;
  const count = view.getUint16(start, little);
  for (let i = 0, at = start + 2; i < count && at + 12 <= exif.length; i++, at += 12) {
    if (view.getUint16(at, little) === orientationTag) return known(view.getUint16(at + 8, little));
  }
  return 1;
}

const orientationTag = 0x112;

function known(value: number): Orientation {
  return ([1, 2, 3, 4, 5, 6, 7, 8] as const).find((orientation) => orientation === value) ?? 1;
}

/** The raster as it is meant to be seen. */
export function* turnUpright(raster: Raster, orientation: Orientation): Sliced<Raster> {
  if (orientation === 1) return raster;
  const { width, height, channels, data } = raster;
  const swapped = orientation > 4;
  const turned = samplesLike(data, data.length);
  const [newWidth, newHeight] = swapped ? [height, width] : [width, height];
  const { start, right, below } = walks[orientation];
  const piece = rowsPerPiece(newWidth * channels, 4);
  // in the given raster: from the place of the new corner, one pixel on and one row down
  const toRight = (right[0] + right[1] * width) * channels;
  const toBelow = (below[0] + below[1] * width) * channels;
  const corner = (start[0] * (width - 1) + start[1] * (height - 1) * width) * channels;
  for (let y = 0, to = 0; y < newHeight; y++) {
    for (let x = 0, from = corner + y * toBelow; x < newWidth; x++, from += toRight) {
      for (let channel = 0; channel < channels; channel++) turned[to++] = data[from + channel];
    }
    if (y % piece === 0) yield y / newHeight;
  }
  return { ...raster, width: newWidth, height: newHeight, data: turned };
}

interface Walk {
  /** In which corner the upright picture begins. */
  readonly start: readonly [number, number];
  /** Where its right and its below lead. */
  readonly right: readonly [number, number];
  readonly below: readonly [number, number];
}

const walks: Readonly<Record<Orientation, Walk>> = {
  1: { start: [0, 0], right: [1, 0], below: [0, 1] },
  2: { start: [1, 0], right: [-1, 0], below: [0, 1] },
  3: { start: [1, 1], right: [-1, 0], below: [0, -1] },
  4: { start: [0, 1], right: [1, 0], below: [0, -1] },
  5: { start: [0, 0], right: [0, 1], below: [1, 0] },
  6: { start: [0, 1], right: [0, -1], below: [1, 0] },
  7: { start: [1, 1], right: [0, -1], below: [-1, 0] },
  8: { start: [1, 0], right: [0, 1], below: [-1, 0] },
};
