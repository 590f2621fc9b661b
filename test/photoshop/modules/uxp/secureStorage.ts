import { text } from '../arguments';
import { hostTurn } from '../calls';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { encodeUtf8 } from './utf8';

/** `require('uxp').storage.secureStorage`; `kept` outlives the session unless a switch says that all is lost. */
export function createSecureStorage(session: Session, kept: Map<string, Uint8Array>) {
  const { book, switches } = session;
  if (kept.size > 0 && switches.secureStorage === 'lost') kept.clear();
  const nothingThere = () => {
    if (switches.secureRemove === 'rejects') throw new Error('There is nothing to remove.');
  };
  return strict(book, 'secureStorage', {
    get length() {
      return kept.size;
    },
    key: (index: number): string | undefined => [...kept.keys()][index],
    async setItem(key: unknown, value: unknown): Promise<void> {
      const name = text(book, 'secureStorage key', key);
      const bytes = bytesOf(session, value);
      demand(book, 'secure.empty', bytes.length > 0, `setItem("${name}") with an empty value`);
      await hostTurn(session, 'secureStorage.setItem');
      kept.set(name, bytes);
    },
    async getItem(key: unknown): Promise<Uint8Array | null | undefined> {
      const name = text(book, 'secureStorage key', key);
      await hostTurn(session, 'secureStorage.getItem');
      const found = kept.get(name);
      if (found) return found.slice();
      const missing = { undefined: undefined, null: null, empty: new Uint8Array() };
      return missing[switches.secureMissing];
    },
    async removeItem(key: unknown): Promise<void> {
      const name = text(book, 'secureStorage key', key);
      await hostTurn(session, 'secureStorage.removeItem');
      if (!kept.delete(name)) nothingThere();
    },
    async clear(): Promise<void> {
      await hostTurn(session, 'secureStorage.clear');
      if (kept.size === 0) nothingThere();
      kept.clear();
    },
  });
}

function bytesOf({ book }: Session, value: unknown): Uint8Array {
  if (typeof value === 'string') return encodeUtf8(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value).slice();
  demand(book, 'call.argument', ArrayBuffer.isView(value), 'a secret is a text, an ArrayBuffer or a typed array');
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
}
