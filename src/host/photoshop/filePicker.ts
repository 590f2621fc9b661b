import { type File, storage as uxpStorage } from 'uxp';
import { InlayError } from '../../base/errors';
import type { FilePicker } from '../host';

const { localFileSystem, formats } = uxpStorage;

export const filePicker: FilePicker = {
  pickText: (extensions) =>
    picked(extensions, async (file) => {
      const text = await file.read({ format: formats.utf8 });
      return typeof text === 'string' ? text : undefined;
    }),
  pickFile: (extensions) =>
    picked(extensions, async (file) => ({
      name: file.name,
      token: await localFileSystem.createPersistentToken(file),
    })),
};

async function picked<T>(
  extensions: readonly string[],
  work: (file: File) => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    const file = await localFileSystem.getFileForOpening({ types: [...extensions] });
    return file === null || file === undefined ? undefined : await work(file);
  } catch (error) {
    throw new InlayError('host.storage', { doing: 'read the file' }, error);
  }
}
