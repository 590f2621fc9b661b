import { asciiOf } from '../psd/byteReader';
import { exifOrientation, type Orientation } from './orientation';

export interface JpegSegments {
  readonly profile?: Uint8Array;
  /** Pixels per inch. */
  readonly resolution: number;
  /** 1 gray, 3 color, 4 for print. */
  readonly components: number;
  readonly orientation: Orientation;
}

/**
 * What stands before the picture: the ICC profile, joined from its pieces, the density of the JFIF header, and how the
 * camera was held.
 */
export function readJpegSegments(bytes: Uint8Array): JpegSegments {
  const pieces: { index: number; data: Uint8Array }[] = [];
  let resolution = 72;
  let components = 3;
  let orientation: Orientation = 1;
  for (const { marker, data } of segmentsOf(bytes)) {
    if (marker === 0xe0 && asciiOf(data, 0, 4) === 'JFIF') resolution = densityOf(data) ?? resolution;
    if (marker === 0xe1 && asciiOf(data, 0, 6) === 'Exif\0\0') orientation = exifOrientation(data.subarray(6));
    if (isFrame(marker)) components = data[5] ?? components;
    if (marker === 0xe2 && asciiOf(data, 0, 11) === 'ICC_PROFILE') {
      pieces.push({ index: data[12] ?? 0, data: data.subarray(14) });
    }
  }
  if (pieces.length === 0) return { resolution, components, orientation };
  pieces.sort((a, b) => a.index - b.index);
  return { resolution, components, orientation, profile: joined(pieces.map(({ data }) => data)) };
}

/** The header of the picture; its kin 0xc4, 0xc8 and 0xcc are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function* segmentsOf(bytes: Uint8Array) {
  let position = 2;
  while (position + 4 <= bytes.length && bytes[position] === 0xff) {
    const marker = bytes[position + 1] ?? 0;
    const length = ((bytes[position + 2] ?? 0) << 8) | (bytes[position + 3] ?? 0);
    if (marker === 0xda || length < 2) return;
    yield { marker, data: bytes.subarray(position + 4, position + 2 + length) };
    position += 2 + length;
  }
}

/** Unit 1: per inch, 2: per centimeter; without a unit only the shape of a pixel is meant. */
function densityOf(data: Uint8Array): number | undefined {
  const unit = data[7];
  const density = ((data[8] ?? 0) << 8) | (data[9] ?? 0);
  if (density === 0) return undefined;
  if (unit === 1) return density;
  return unit === 2 ? density * 2.54 : undefined;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}
