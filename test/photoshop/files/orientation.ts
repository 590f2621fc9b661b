import type { Planes, Samples } from '../model/state';

/** How a camera was held, as EXIF counts: 1 upright, 3 upside down, 6 and 8 on its side; 2, 4, 5, 7 mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly planes: Planes;
}

/** The orientation in an EXIF block, which is a TIFF; 1 where it says none that there is. (EXIF 2.32, section 4.6.) */
export function exifOrientation(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const directory = tiff.length < 8 ? tiff.length : view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let i = 0, at = directory + 2; i < count && at + 12 <= tiff.length; i++, at += 12) {
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const said = view.getUint16(at + 8, isLittle);
    return orientations.find((orientation) => orientation === said) ?? 1;
  }
  return 1;
}

const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The picture as it was seen. */
export function turnedUpright(picture: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return picture;
  const { width, height, planes } = picture;
  const turn = (plane: Samples) => turned(plane, width, height, orientation);
  const size = isOnItsSide(orientation) ? { width: height, height: width } : { width, height };
  return {
    ...size,
    planes: { color: planes.color.map(turn), ...(planes.alpha && { alpha: turn(planes.alpha) }) },
  };
}

/** Rows and columns trade places in these. */
function isOnItsSide(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** Whether the stored picture is to be read from the right, and from below. */
const fromRight: readonly Orientation[] = [2, 3, 7, 8];
const fromBelow: readonly Orientation[] = [3, 4, 6, 7];

function turned(plane: Samples, width: number, height: number, orientation: Orientation): Samples {
  const upright = plane.slice();
  const onItsSide = isOnItsSide(orientation);
  const across = onItsSide ? height : width;
  const right = fromRight.includes(orientation);
  const below = fromBelow.includes(orientation);
  for (let y = 0; y < height; y++) {
    const line = below ? height - 1 - y : y;
    for (let x = 0, from = y * width; x < width; x++, from++) {
      const column = right ? width - 1 - x : x;
      upright[onItsSide ? column * across + line : line * across + column] = plane[from] ?? 0;
    }
  }
  return upright;
}
