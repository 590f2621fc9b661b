import { oneOf, readOptions } from '../arguments';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { commonMembers } from './commonEntry';
import type { Access } from './entries';
import type { FileEntry } from './entryTypes';
import { fileCall } from './fileCall';
import { baseName } from './files';
import { formats, modes, types } from './storageConstants';
import { storageErrors } from './storageErrors';
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
