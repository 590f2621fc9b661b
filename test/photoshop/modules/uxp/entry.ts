import { oneOf, readOptions, text } from '../arguments';
import { hostTurn } from '../calls';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import type { Access } from './entries';
import type { Entry, FileEntry, FolderEntry } from './entryTypes';
import { baseName, joined, parentOf } from './files';
import { formats, modes, types } from './storageConstants';
import { storageErrors, translated } from './storageErrors';
import { decodeUtf8, encodeUtf8 } from './utf8';

/** A file that may not exist yet: it appears with the first write. */
export function createFileEntry(session: Session, start: string, access: Access): FileEntry {
  const place = { path: start };
  const { book, files } = session;
  const entry = strict<FileEntry>(book, 'File', {
    ...commonMembers(session, place, access),
    isFile: true,
    isFolder: false,
    type: types.file,
    mode: access === 'read-only' ? modes.readOnly : modes.readWrite,
    get name() {
      return baseName(place.path);
    },
    get nativePath() {
      return place.path;
    },
    get url() {
      return `file://${place.path}`;
    },
    read(given: unknown = {}): Promise<string | ArrayBuffer> {
      const format = formatFrom(session, 'read', given);
      return fileCall(session, 'File.read', async () => {
        const bytes = await files.read(place.path);
        return format === formats.binary ? bytes.slice().buffer : decodeUtf8(bytes);
      });
    },
    async write(data: unknown, given: unknown = {}): Promise<number> {
      session.entries.writable(entry, 'File.write');
      const format = formatFrom(session, 'write', given);
      const bytes = bytesFrom(session, data, format);
      const how = (given as { readonly append?: unknown }).append === true ? 'append' : 'replace';
      return fileCall(session, 'File.write', async () => {
        await files.write(place.path, bytes, how);
        return bytes.length;
      });
    },
  });
  session.entries.add(entry, () => ({ path: place.path, access }));
  return entry;
}

export function createFolderEntry(session: Session, start: string, access: Access): FolderEntry {
  const place = { path: start };
  const { book, files } = session;
  const entryAt = async (path: string): Promise<Entry> => {
    const details = await files.details(path);
    if (!details) throw new Error(`Could not find an entry of "${path}"`);
    return details.kind === 'file' ? createFileEntry(session, path, access) : createFolderEntry(session, path, access);
  };
  const createFile = (name: unknown, given: unknown = {}): Promise<FileEntry> => {
    demandWritable(session, place.path, access);
    const path = joined(place.path, fileName(session, name));
    const { overwrite = false } = readOptions(book, 'createFile', given, ['overwrite']);
    return fileCall(session, 'Folder.createFile', async () => {
      if (overwrite !== true && (await files.details(path))) throw new storageErrors.EntryExistsError(path);
      return createFileEntry(session, path, access);
    });
  };
  const createFolder = (name: unknown): Promise<FolderEntry> => {
    demandWritable(session, place.path, access);
    const path = joined(place.path, fileName(session, name));
    return fileCall(session, 'Folder.createFolder', async () => {
      if (await files.details(path)) throw new storageErrors.EntryExistsError(path);
      await files.makeFolder(path);
      return createFolderEntry(session, path, access);
    });
  };
  const entry = strict<FolderEntry>(book, 'Folder', {
    ...commonMembers(session, place, access),
    isFile: false,
    isFolder: true,
    type: types.folder,
    get name() {
      return baseName(place.path);
    },
    get nativePath() {
      return place.path;
    },
    get url() {
      return `file://${place.path}`;
    },
    createFile,
    createFolder,
    createEntry(name: unknown, given: unknown = {}): Promise<Entry> {
      const options = readOptions(book, 'createEntry', given, ['type', 'overwrite']);
      const { type = types.file, overwrite = false } = options;
      return type === types.folder ? createFolder(name) : createFile(name, { overwrite });
    },
    getEntry(path: unknown): Promise<Entry> {
      const wanted = joined(place.path, text(book, 'getEntry', path));
      return fileCall(session, 'Folder.getEntry', () => entryAt(wanted));
    },
    getEntries(): Promise<readonly Entry[]> {
      return fileCall(session, 'Folder.getEntries', async () => {
        const names = await files.list(place.path);
        return Promise.all(names.map((name) => entryAt(joined(place.path, name))));
      });
    },
    renameEntry(renamed: unknown, newName: unknown, given: unknown = {}): Promise<void> {
      const from = session.entries.writable(renamed, 'renameEntry');
      const to = joined(parentOf(from), fileName(session, newName));
      const { overwrite = false } = readOptions(book, 'renameEntry', given, ['overwrite']);
      return fileCall(session, 'Folder.renameEntry', () => moveOnDisk(session, from, to, overwrite === true));
    },
  });
  session.entries.add(entry, () => ({ path: place.path, access }));
  return entry;
}

function commonMembers(session: Session, place: { path: string }, access: Access) {
  const { book, files } = session;
  const into = (folder: unknown, name: unknown) =>
    joined(
      session.entries.writable(folder, 'a target folder'),
      name === undefined ? baseName(place.path) : fileName(session, name),
    );
  return {
    isEntry: true,
    async delete(): Promise<number> {
      demandWritable(session, place.path, access);
      return fileCall(session, 'Entry.delete', async () => {
        await files.remove(place.path);
        return 0;
      });
    },
    async copyTo(folder: unknown, given: unknown = {}): Promise<Entry> {
      const { overwrite = false } = readOptions(book, 'copyTo', given, ['overwrite', 'allowFolderCopy']);
      const target = into(folder, undefined);
      return fileCall(session, 'Entry.copyTo', async () => {
        if (overwrite !== true && (await files.details(target))) throw new storageErrors.EntryExistsError(target);
        await files.write(target, await files.read(place.path));
        return createFileEntry(session, target, 'read-write');
      });
    },
    async moveTo(folder: unknown, given: unknown = {}): Promise<void> {
      demandWritable(session, place.path, access);
      const { overwrite = false, newName } = readOptions(book, 'moveTo', given, ['overwrite', 'newName']);
      const target = into(folder, newName);
      return fileCall(session, 'Entry.moveTo', async () => {
        await moveOnDisk(session, place.path, target, overwrite === true);
        place.path = target;
      });
    },
    getMetadata() {
      return fileCall(session, 'Entry.getMetadata', async () => {
        const details = await files.details(place.path);
        if (!details) throw new Error(`Could not find an entry of "${place.path}"`);
        return {
          name: baseName(place.path),
          size: details.size,
          dateModified: new Date(details.modified),
          isFile: details.kind === 'file',
          isFolder: details.kind === 'folder',
        };
      });
    },
    toString: () => place.path,
  };
}

async function moveOnDisk({ files }: Session, from: string, to: string, overwrite: boolean): Promise<void> {
  if (from === to) return;
  if (!overwrite && (await files.details(to))) throw new storageErrors.EntryExistsError(to);
  await files.rename(from, to);
}

export async function fileCall<T>(session: Session, call: string, work: () => T | Promise<T>): Promise<T> {
  await hostTurn(session, call);
  try {
    return await session.meter.workAsync(work);
  } catch (error) {
    throw translated(error);
  }
}

function demandWritable({ book }: Session, path: string, access: Access): void {
  const answer = new storageErrors.PermissionDeniedError(`${path} is read only`);
  demand(book, 'files.read-only', access === 'read-write', path, answer);
}

function fileName({ book }: Session, name: unknown): string {
  const fits = typeof name === 'string' && name !== '' && name !== '.' && name !== '..' && !/[\\/:*?"<>|\0]/.test(name);
  const answer = new storageErrors.InvalidFileNameError(`Invalid file name: ${String(name)}`);
  demand(book, 'files.name', fits, `file name ${JSON.stringify(name)}`, answer);
  return name;
}

function formatFrom({ book }: Session, call: string, given: unknown): symbol {
  const { format = formats.utf8 } = readOptions(
    book,
    call,
    given,
    call === 'write' ? ['format', 'append'] : ['format'],
  );
  const known = format === formats.utf8 || format === formats.binary;
  const answer = new storageErrors.InvalidFileFormatError('Invalid file format');
  demand(book, 'files.format', known, `${call} in format ${String(format)}`, answer);
  return oneOf(book, 'format', format, [formats.utf8, formats.binary]);
}

function bytesFrom({ book }: Session, data: unknown, format: symbol): Uint8Array {
  const answer = new storageErrors.DataFileFormatMismatchError('The data does not fit the format');
  if (format === formats.binary) {
    demand(book, 'files.format', data instanceof ArrayBuffer, 'binary data that is no ArrayBuffer', answer);
    return new Uint8Array(data).slice();
  }
  demand(book, 'files.format', typeof data === 'string', 'text data that is no text', answer);
  return encodeUtf8(data);
}
