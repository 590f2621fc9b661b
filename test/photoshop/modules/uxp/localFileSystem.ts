import { readOptions, text } from '../arguments';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import type { Access } from './entries';
import type { Entry, FileEntry, FolderEntry } from './entryTypes';
import { fileCall } from './fileCall';
import { createFileEntry } from './fileEntry';
import { createFolderEntry } from './folderEntry';
import { storageErrors } from './storageErrors';

/** Where the plugin's folders are on the disk. */
export interface PluginFolders {
  readonly data: string;
  readonly temporary: string;
  readonly plugin: string;
}

/** What the user answers to the next pickers: paths, or nothing where the user cancels. */
export interface PickerAnswers {
  readonly opening: (readonly string[])[];
  readonly saving: (string | undefined)[];
  readonly folder: (string | undefined)[];
  /** Asks somebody who is there, where no answer to a picker for opening was given beforehand. */
  readonly ask?: (types: readonly string[]) => Promise<readonly string[]>;
}

/** Tokens for files; persistent ones outlive the session. */
export interface TokenStore {
  readonly persistent: Map<string, string>;
}

/** `require('uxp').storage.localFileSystem`. */
export function createLocalFileSystem(
  session: Session,
  folders: PluginFolders,
  pickers: PickerAnswers,
  tokens: TokenStore,
) {
  const { book, files } = session;
  const cancelled = () => (session.switches.cancelledPicker === 'null' ? null : undefined);
  const folderAt = (path: string, access: Access, call: string): Promise<FolderEntry> =>
    fileCall(session, call, async () => {
      if (access === 'read-write') await files.makeFolder(path);
      return createFolderEntry(session, path, access);
    });
  const entryAt = async (path: string, access: Access): Promise<Entry> => {
    const details = await files.details(path);
    return details?.kind === 'folder'
      ? createFolderEntry(session, path, access)
      : createFileEntry(session, path, access);
  };
  return strict(book, 'localFileSystem', {
    isFileSystemProvider: true,
    getDataFolder: () => folderAt(folders.data, 'read-write', 'getDataFolder'),
    getTemporaryFolder: () => folderAt(folders.temporary, 'read-write', 'getTemporaryFolder'),
    getPluginFolder: () => folderAt(folders.plugin, 'read-only', 'getPluginFolder'),
    getFileForOpening(given: unknown = {}): Promise<FileEntry | FileEntry[] | null | undefined> {
      const options = readOptions(book, 'getFileForOpening', given, [
        'types',
        'allowMultiple',
        'initialDomain',
        'initialLocation',
      ]);
      demandTypes(session, options['types']);
      return fileCall(session, 'getFileForOpening', async () => {
        const types = Array.isArray(options['types']) ? options['types'].map(String) : [];
        const chosen = pickers.opening.shift() ?? (await pickers.ask?.(types)) ?? [];
        const opened = chosen.map((path) => createFileEntry(session, path, 'read-only'));
        if (options['allowMultiple'] === true && opened.length > 0) return opened;
        return opened[0] ?? cancelled();
      });
    },
    getFileForSaving(suggested: unknown, given: unknown = {}): Promise<FileEntry | null | undefined> {
      text(book, 'suggested name', suggested);
      demandTypes(
        session,
        readOptions(book, 'getFileForSaving', given, ['types', 'initialDomain', 'initialLocation'])['types'],
      );
      return fileCall(session, 'getFileForSaving', () => {
        const path = pickers.saving.shift();
        return path === undefined ? cancelled() : createFileEntry(session, path, 'read-write');
      });
    },
    getFolder(given: unknown = {}): Promise<FolderEntry | null | undefined> {
      readOptions(book, 'getFolder', given, ['initialDomain', 'initialLocation']);
      return fileCall(session, 'getFolder', () => {
        const path = pickers.folder.shift();
        return path === undefined ? cancelled() : createFolderEntry(session, path, 'read-write');
      });
    },
    getEntryWithUrl(url: unknown): Promise<Entry> {
      const { path, access } = located(folders, text(book, 'url', url));
      return fileCall(session, 'getEntryWithUrl', async () => {
        if (!(await files.details(path))) throw new Error(`Could not find an entry of "${path}"`);
        return entryAt(path, access);
      });
    },
    createEntryWithUrl(url: unknown, given: unknown = {}): Promise<FileEntry> {
      const { overwrite = false } = readOptions(book, 'createEntryWithUrl', given, ['type', 'overwrite']);
      const { path, access } = located(folders, text(book, 'url', url));
      const answer = new storageErrors.PermissionDeniedError(`${path} is read only`);
      demand(book, 'files.read-only', access === 'read-write', path, answer);
      return fileCall(session, 'createEntryWithUrl', async () => {
        if (overwrite !== true && (await files.details(path))) throw new storageErrors.EntryExistsError(path);
        return createFileEntry(session, path, access);
      });
    },
    getNativePath: (entry: unknown): string => session.entries.readable(entry, 'getNativePath'),
    getFsUrl: (entry: unknown): string => `file://${session.entries.readable(entry, 'getFsUrl')}`,
    createSessionToken(entry: unknown): string {
      const path = session.entries.readable(entry, 'createSessionToken');
      const { tokens: known } = session.entries;
      const token = `session-${known.size + 1}-${Math.floor(session.random() * 1e9).toString(36)}`;
      known.set(token, { path, access: session.entries.find(entry)?.access ?? 'read-only' });
      return token;
    },
    getEntryForSessionToken(token: unknown): FileEntry {
      const { path, access } = session.entries.byToken(token);
      return createFileEntry(session, path, access);
    },
    createPersistentToken(entry: unknown): Promise<string> {
      const path = session.entries.readable(entry, 'createPersistentToken');
      return fileCall(session, 'createPersistentToken', () => {
        const token = `persistent-${tokens.persistent.size + 1}`;
        tokens.persistent.set(token, path);
        return token;
      });
    },
    getEntryForPersistentToken(token: unknown): Promise<Entry> {
      return fileCall(session, 'getEntryForPersistentToken', async () => {
        const path = tokens.persistent.get(String(token));
        if (path === undefined) throw new ReferenceError(`There is no entry for the token "${String(token)}"`);
        return entryAt(path, 'read-write');
      });
    },
  });
}

function demandTypes({ book }: Session, types: unknown): void {
  const fits = types === undefined || (Array.isArray(types) && types.every((type) => !String(type).startsWith('.')));
  demand(book, 'call.argument', fits, 'file types are an array of endings without a dot');
}

/** The place that a URL of the platform names. */
function located(folders: PluginFolders, url: string): { readonly path: string; readonly access: Access } {
  const [, scheme, rest] = /^([a-z-]+):\/*(.*)$/.exec(url) ?? [];
  if (scheme === 'plugin-data') return { path: `${folders.data}/${rest}`, access: 'read-write' };
  if (scheme === 'plugin-temp') return { path: `${folders.temporary}/${rest}`, access: 'read-write' };
  if (scheme === 'plugin') return { path: `${folders.plugin}/${rest}`, access: 'read-only' };
  throw new storageErrors.PermissionDeniedError(`Permission denied to "${url}"`);
}
