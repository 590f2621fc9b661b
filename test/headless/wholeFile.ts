import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from './userError';

/** Writes a file whole or not at all. Throws `UserError` with the reason. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}.unfinished`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new UserError(`${path} could not be written: ${reasonOf(error)}.`);
  }
}

/** What the system said, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error));
}

const reasons = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'it may not be written there'],
  ['EPERM', 'it may not be written there'],
  ['EROFS', 'the disk is read-only'],
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['EEXIST', 'a part of its path is not a folder'],
]);
