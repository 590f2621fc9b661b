import { decode } from 'jpeg-js';
import { documentOf } from '../model/createDocument';
import { planesOf } from '../model/samples';
import type { DocumentState } from '../model/state';
import { DamagedFile } from '../psd/damagedFile';
import { readJpegSegments } from './jpegSegments';
import { layerOf } from './readPng';

const limits = { maxMemoryUsageInMB: 4096, maxResolutionInMP: 400 };

/** A JPEG as a document with a Background, gray or RGB; profile and resolution are kept. Throws `DamagedFile`. */
export function readJpeg(bytes: Uint8Array): DocumentState {
  const { width, height, data } = decodeJpeg(bytes);
  const { profile, resolution, components } = readJpegSegments(bytes);
  const mode = components === 1 ? 'gray' : 'rgb';
  const base = { width, height, mode, depth: 8, resolution } as const;
  const { color } = planesOf(data, 3, 3);
  const layer = layerOf({ color: mode === 'gray' ? color.slice(0, 1) : color }, width, height);
  return documentOf(profile ? { ...base, profile } : base, [layer]);
}

function decodeJpeg(bytes: Uint8Array) {
  try {
    return decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false, ...limits });
  } catch {
    throw new DamagedFile('This JPEG file is damaged or incomplete and cannot be opened.');
  }
}
