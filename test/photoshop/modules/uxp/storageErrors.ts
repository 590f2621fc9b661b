import { FileFault } from './files';

function errorClass(name: string) {
  return class extends Error {
    override readonly name = name;
  };
}

/** `require('uxp').storage.errors`. */
export const storageErrors = {
  EntryExistsError: errorClass('EntryExistsError'),
  FileIsReadOnlyError: errorClass('FileIsReadOnlyError'),
  OutOfSpaceError: errorClass('OutOfSpaceError'),
  PermissionDeniedError: errorClass('PermissionDeniedError'),
  InvalidFileNameError: errorClass('InvalidFileNameError'),
  InvalidFileFormatError: errorClass('InvalidFileFormatError'),
  DataFileFormatMismatchError: errorClass('DataFileFormatMismatchError'),
  EntryIsNotAFileError: errorClass('EntryIsNotAFileError'),
  EntryIsNotAFolderError: errorClass('EntryIsNotAFolderError'),
  EntryIsNotAnEntryError: errorClass('EntryIsNotAnEntryError'),
  AbstractMethodInvocationError: errorClass('AbstractMethodInvocationError'),
  DomainNotSupportedError: errorClass('DomainNotSupportedError'),
  ProviderMismatchError: errorClass('ProviderMismatchError'),
  NotAFileSystemError: errorClass('NotAFileSystemError'),
};

/** What the platform throws for a fault of the disk. */
export function translated(error: unknown): unknown {
  if (!(error instanceof FileFault)) return error;
  switch (error.code) {
    case 'disk-full':
      return new storageErrors.OutOfSpaceError(error.message);
    case 'exists':
      return new storageErrors.EntryExistsError(error.message);
    case 'denied':
      return new storageErrors.PermissionDeniedError(error.message);
    case 'not-a-file':
      return new storageErrors.EntryIsNotAFileError(error.message);
    case 'not-a-folder':
      return new storageErrors.EntryIsNotAFolderError(error.message);
    case 'missing':
      return new Error(`Could not find an entry of "${error.message}"`);
  }
}
