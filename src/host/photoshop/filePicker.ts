import { storage as uxpStorage } from 'uxp';
import { InlayError } from '../../base/errors';
import type { FilePicker } from '../host';

const { localFileSystem, formats } = uxpStorage;

export const filePicker: FilePicker = {
  async pickText(extensions) {
    try {
      const file = await localFileSystem.getFileForOpening({ types: [...extensions] });
      if (file === null || file === undefined) return undefined;
      const text = await file.read({ format: formats.utf8 });
      return typeof text === 'string' ? text : undefined;
    } catch (error) {
      throw new InlayError('host.storage', { doing: 'read the file' }, error);
    }
  },
};
