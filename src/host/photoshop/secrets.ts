import { storage } from 'uxp';
import { InlayError } from '../../base/errors';
import { decodeUtf8 } from '../../base/utf8';
import type { Secrets } from '../../host/host';

const { secureStorage } = storage;

/** Stands before every secret: the store takes no empty one. */
const mark = '=';

/** Keys in UXP's secure storage, which may lose them at any time. */
export const secrets: Secrets = {
  async read(name) {
    try {
      const bytes = await secureStorage.getItem(nameInStore(name));
      if (bytes === undefined || bytes === null || bytes.length === 0) return undefined;
      const text = decodeUtf8(bytes);
      return text.startsWith(mark) ? text.slice(mark.length) : undefined;
    } catch {
      return undefined;
    }
  },

  async write(name, secret) {
    try {
      await secureStorage.setItem(nameInStore(name), mark + secret);
    } catch {
      // what was thrown may hold the secret
      throw new InlayError('host.storage', { doing: 'keep the key' });
    }
  },

  /** Some versions reject where there is nothing to remove. */
  async remove(name) {
    if ((await secrets.read(name)) === undefined) return;
    try {
      await secureStorage.removeItem(nameInStore(name));
    } catch {
      throw new InlayError('host.storage', { doing: 'forget the key' });
    }
  },
};

function nameInStore(name: string): string {
  return `key.${name}`;
}
