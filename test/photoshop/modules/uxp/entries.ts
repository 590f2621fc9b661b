import { demand } from '../rules';
import type { RuleBook } from '../rules';
import { storageErrors } from './storageErrors';

export type Access = 'read-only' | 'read-write';

export interface KnownEntry {
  readonly path: string;
  readonly access: Access;
}

/** Which file stands behind an entry that the plugin holds. */
export class Entries {
  private readonly known = new WeakMap<object, () => KnownEntry>();

  /** What the tokens of this session stand for. */
  readonly tokens = new Map<string, KnownEntry>();

  constructor(private readonly book: RuleBook) {}

  add(entry: object, read: () => KnownEntry): void {
    this.known.set(entry, read);
  }

  find(entry: unknown): KnownEntry | undefined {
    return typeof entry === 'object' && entry !== null ? this.known.get(entry)?.() : undefined;
  }

  /** The path of an entry; a token or a path in its place is a refusal. */
  readable(entry: unknown, call: string): string {
    const found = this.find(entry);
    const answer = new storageErrors.EntryIsNotAnEntryError(`${call} takes a file entry`);
    demand(this.book, 'call.argument', found !== undefined, `${call} was given no file entry`, answer);
    return found.path;
  }

  /** A token of another session, or a path in its place, is a refusal. */
  byToken(token: unknown): KnownEntry {
    const found = this.tokens.get(String(token));
    const answer = new ReferenceError(`There is no entry for the token "${String(token)}"`);
    demand(this.book, 'files.token', found !== undefined, `session token ${String(token)}`, answer);
    return found;
  }

  writable(entry: unknown, call: string): string {
    const path = this.readable(entry, call);
    const access = this.find(entry)?.access;
    const answer = new storageErrors.FileIsReadOnlyError(`${path} is read only`);
    demand(this.book, 'files.read-only', access === 'read-write', `${call} of ${path}`, answer);
    return path;
  }
}
