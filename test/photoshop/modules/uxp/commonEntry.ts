import { readOptions } from '../arguments';
import type { Session } from '../session';
import type { Access } from './entries';
import type { Entry } from './entryTypes';
import { demandWritable, fileCall, fileName, moveOnDisk } from './fileCall';
import { createFileEntry } from './fileEntry';
import { baseName, joined } from './files';
import { storageErrors } from './storageErrors';

/** What files and folders have in common. */
export function commonMembers(session: Session, place: { path: string }, access: Access) {
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
