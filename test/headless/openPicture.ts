import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openDocument } from '../photoshop/files/openDocument';
import type { DocumentState } from '../photoshop/model/state';
import type { Photoshop } from '../photoshop/modules/createPhotoshop';
import { DamagedFile } from '../photoshop/psd/damagedFile';
import { UnsupportedFile } from '../photoshop/psd/unsupportedFile';
import { reasonOf } from './disk';
import { UserError } from './userError';

/** Opens a file in front and answers the document's id. Throws `UserError` where it cannot be read. */
export function openPicture(user: Photoshop['control']['user'], path: string): number {
  return user.open(readPicture(path), basename(path), path);
}

const whatHelps = 'Take another copy, or open it in the program that made it and save it again.';

/** A PSD, PNG or JPEG as a document. */
export function readPicture(path: string): DocumentState {
  const bytes = readBytes(path);
  try {
    return openDocument(bytes);
  } catch (error) {
    if (error instanceof DamagedFile) throw new UserError(`${path}: ${error.message} ${whatHelps}`);
    if (error instanceof UnsupportedFile) throw new UserError(`${path}: ${error.message}`);
    throw error;
  }
}

function readBytes(path: string): Uint8Array {
  try {
    const { buffer, byteOffset, length } = readFileSync(path);
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    throw new UserError(`${path} could not be read: ${reasonOf(error)}.`);
  }
}
