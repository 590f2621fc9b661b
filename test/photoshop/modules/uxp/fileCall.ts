import { hostTurn } from '../calls';
import { demand } from '../rules';
import type { Session } from '../session';
import type { Access } from './entries';
import { storageErrors, translated } from './storageErrors';

/** Moves a file or folder; what stands at `to` is replaced only where that was asked for. */
export async function moveOnDisk({ files }: Session, from: string, to: string, overwrite: boolean): Promise<void> {
  if (from === to) return;
  if (!overwrite && (await files.details(to))) throw new storageErrors.EntryExistsError(to);
  await files.rename(from, to);
}

/** A call about files: a fault of the disk becomes the platform's error. */
export async function fileCall<T>(session: Session, call: string, work: () => T | Promise<T>): Promise<T> {
  await hostTurn(session, call);
  try {
    return await work();
  } catch (error) {
    throw translated(error);
  }
}

/** Refuses to change what may only be read. */
export function demandWritable({ book }: Session, path: string, access: Access): void {
  const answer = new storageErrors.PermissionDeniedError(`${path} is read only`);
  demand(book, 'files.read-only', access === 'read-write', path, answer);
}

/** A name that every file system takes. */
export function fileName({ book }: Session, name: unknown): string {
  const fits = typeof name === 'string' && name !== '' && name !== '.' && name !== '..' && !/[\\/:*?"<>|\0]/.test(name);
  const answer = new storageErrors.InvalidFileNameError(`Invalid file name: ${String(name)}`);
  demand(book, 'files.name', fits, `file name ${JSON.stringify(name)}`, answer);
  return name;
}
