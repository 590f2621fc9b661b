import { type File, storage as uxpStorage } from 'uxp';
import { InlayError } from '../../base/errors';
import type { Storage } from '../../host/host';

const { localFileSystem, formats } = uxpStorage;

/** Texts in the plugin's data folder. */
export const storage: Storage = {
  async read(name) {
    try {
      const folder = await localFileSystem.getDataFolder();
      const entry = await folder.getEntry(name);
      if (!('read' in entry)) return undefined;
      const text = await (entry as File).read({ format: formats.utf8 });
      return typeof text === 'string' ? text : undefined;
    } catch {
      return undefined;
    }
  },

  /** Under another name first: a full disk or a crash leaves the old text whole. */
  async write(name, text) {
    const doing = 'keep its settings';
    try {
      const folder = await localFileSystem.getDataFolder();
      const file = await folder.createFile(`${name}.tmp`, { overwrite: true });
      await file.write(text, { format: formats.utf8 });
      await folder.renameEntry(file, name, { overwrite: true });
    } catch (error) {
      throw isOutOfSpace(error)
        ? new InlayError('host.disk-full', { doing }, error)
        : new InlayError('host.storage', { doing }, error);
    }
  },
};

function isOutOfSpace(error: unknown): boolean {
  return error instanceof uxpStorage.errors.OutOfSpaceError;
}
