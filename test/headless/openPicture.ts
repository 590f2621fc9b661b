import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { openDocument } from '../photoshop/files/openDocument';
import { isWebp } from '../photoshop/files/readWebp';
import type { DocumentState } from '../photoshop/model/state';
import type { Photoshop } from '../photoshop/modules/createPhotoshop';
import { readWebp } from '../photoshop/node/webp';
import { DamagedFile } from '../photoshop/psd/damagedFile';
import { UnsupportedFile } from '../photoshop/psd/unsupportedFile';
import { reasonOf } from './disk';
import { UserError } from './userError';

/** Opens a file in front and answers the document's id. Throws `UserError` where it cannot be read. */
export async function openPicture(user: Photoshop['control']['user'], path: string): Promise<number> {
  const bytes = readBytes(path);
  const state = isWebp(bytes) ? await readWebp(bytes).catch(tellAbout(path)) : readPicture(path);
  return user.open(state, basename(path), path);
}

/** A PSD, PNG or JPEG as a document. */
export function readPicture(path: string): DocumentState {
  try {
    return openDocument(readBytes(path));
  } catch (error) {
    return tellAbout(path)(error);
  }
}

const whatHelps = 'Take another copy, or open it in the program that made it and save it again.';

function tellAbout(path: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof DamagedFile) throw new UserError(`${path}: ${error.message} ${whatHelps}`);
    if (error instanceof UnsupportedFile) throw new UserError(`${path}: ${error.message}`);
    throw error;
  };
}

function readBytes(path: string): Uint8Array {
  try {
    return readWhole(path);
  } catch (error) {
    throw new UserError(`${path} could not be read: ${reasonOf(error)}.`);
  }
}

/** `readFileSync` refuses what is larger than 2 GiB, and a PSB may be. */
function readWhole(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const info = fstatSync(file);
    // what is no file has no size
    if (!info.isFile()) return new Uint8Array(readFileSync(file));
    const bytes = new Uint8Array(info.size);
    return bytes.subarray(0, readInto(bytes, file));
  } finally {
    closeSync(file);
  }
}

/** As much as fits or as there is; the system may read less than it is asked for. */
function readInto(bytes: Uint8Array, file: number): number {
  let read = 0;
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, Math.min(bytes.length - read, readAtOnce), read);
    if (more === 0) break;
    read += more;
  }
  return read;
}

const readAtOnce = 1 << 30;
