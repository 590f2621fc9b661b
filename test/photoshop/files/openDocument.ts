import type { DocumentState } from '../model/state';
import { DamagedFile } from '../psd/damagedFile';
import { readPsd } from '../psd/readPsd';
import { readJpeg } from './readJpeg';
import { readPng } from './readPng';

/** Opens whatever the first bytes say it is: PSD or PSB, PNG, JPEG. Throws `DamagedFile` or `UnsupportedFile`. */
export function openDocument(bytes: Uint8Array): DocumentState {
  if (startsWith(bytes, 0x38, 0x42, 0x50, 0x53)) return readPsd(bytes);
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return readPng(bytes);
  if (startsWith(bytes, 0xff, 0xd8)) return readJpeg(bytes);
  throw new DamagedFile('This file is neither a Photoshop document nor a PNG or JPEG picture, or it is damaged.');
}

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((value, i) => bytes[i] === value);
}
