import {
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Part } from '../photoshop/psd/parts';

/** A text, the bytes of a file, or its parts in any order. */
export type Content = string | Uint8Array | Iterable<Part>;

/** What the runner does on a disk; a test may bring one that is full. */
export interface Disk {
  /** Answers the topmost folder that had to be made, if any. */
  makeFolder(path: string): string | undefined;
  write(path: string, content: Content): void;
  rename(from: string, to: string): void;
  /** A file or a folder with all in it; what is not there is no fault. */
  remove(path: string): void;
}

export const nodeDisk: Disk = {
  makeFolder: (path) => mkdirSync(path, { recursive: true }),
  write: writeContent,
  rename: renameSync,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
};

function writeContent(path: string, content: Content): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content);
    return;
  }
  const file = openSync(path, 'w');
  try {
    for (const { position, bytes } of content) writeAt(file, position, bytes);
  } finally {
    closeSync(file);
  }
}

/** The system may write less than it is given. */
function writeAt(file: number, position: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
}

/** `device`: what is no file and takes what is written to it, such as `/dev/null`. */
export type Place = 'nothing' | 'file' | 'folder' | 'device';

export function placeAt(path: string): Place {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'device';
  } catch {
    return 'nothing';
  }
}

/** The path behind all links, also where the file itself is yet to be made. */
export function behindLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(behindLinks(folder), basename(path));
  }
}

/** Whether the system said it. */
export function isOfSystem(error: unknown): boolean {
  return codeOf(error) !== '';
}

/** What the system said, in words. */
export function reasonOf(error: unknown): string {
  return reasons.get(codeOf(error)) ?? String(error);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const reasons = new Map([
  ['ENOSPC', 'the disk is full; make room on it, then try again'],
  ['EDQUOT', 'the disk is full; make room on it, then try again'],
  ['EFBIG', 'the file is larger than this disk or account allows'],
  ['EACCES', 'access is denied; choose another folder'],
  ['EPERM', 'access is denied; choose another folder'],
  ['EROFS', 'the disk is read-only; choose another folder'],
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['EEXIST', 'a part of its path is not a folder'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ELOOP', 'its links lead in a circle'],
]);
