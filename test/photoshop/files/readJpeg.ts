import { decode } from 'jpeg-js';
import { documentOf } from '../model/createDocument';
import { planesOf } from '../model/samples';
import type { DocumentState } from '../model/state';
import { DamagedFile } from '../psd/damagedFile';
import { UnsupportedFile } from '../psd/unsupportedFile';
import { fittingProfile } from './fittingProfile';
import { readJpegSegments } from './jpegSegments';
import { turnedUpright } from './orientation';
import { layerOf } from './readPng';

const limits = { maxMemoryUsageInMB: 4096, maxResolutionInMP: 400 };

/**
 * A JPEG as a document with a Background, gray or RGB, upright however the camera was held; profile and resolution are
 * kept. Throws `DamagedFile`, and `UnsupportedFile` for one of four inks.
 */
export function readJpeg(bytes: Uint8Array): DocumentState {
  const { profile, resolution, components, orientation } = readJpegSegments(bytes);
  if (components === 4) throw new UnsupportedFile(fourInks);
  const { width, height, data } = decodeJpeg(bytes);
  const mode = components === 1 ? 'gray' : 'rgb';
  const { color } = planesOf(data, 3, 3);
  const stored = { width, height, planes: { color: mode === 'gray' ? color.slice(0, 1) : color } };
  const { planes, ...size } = turnedUpright(stored, orientation);
  const base = { ...size, mode, depth: 8, resolution, ...fittingProfile(profile, mode) } as const;
  return documentOf(base, [layerOf(planes, size.width, size.height)]);
}

/** The decoder gives such a picture as RGB only, in which its black is lost. */
const fourInks = 'This JPEG file is in CMYK and cannot be opened here; save it as a PSD and open that.';

function decodeJpeg(bytes: Uint8Array) {
  try {
    return decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false, ...limits });
  } catch {
    throw new DamagedFile('This JPEG file is damaged or incomplete and cannot be opened.');
  }
}
