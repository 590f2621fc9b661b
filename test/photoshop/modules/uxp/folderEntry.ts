import { readOptions, text } from '../arguments';
import type { Session } from '../session';
import { strict } from '../strict';
import { commonMembers } from './commonEntry';
import type { Access } from './entries';
import type { Entry, FileEntry, FolderEntry } from './entryTypes';
import { demandWritable, fileCall, fileName, moveOnDisk } from './fileCall';
import { createFileEntry } from './fileEntry';
import { baseName, joined, parentOf } from './files';
import { types } from './storageConstants';
import { storageErrors } from './storageErrors';

/** A folder, and all that is in it with the same access. */
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
