import { FileFault, joined, parentOf, type FileDetails, type FileLayer } from './files';

/** A disk that is forgotten with the session. */
export function createMemoryFiles(): FileLayer {
  const disk = new MemoryDisk();
  return {
    details: (path) => soon(() => disk.details(path)),
    read: (path) => soon(() => disk.file(path).bytes.slice()),
    write: (path, bytes, how) => soon(() => disk.write(path, bytes, how)),
    makeFolder: (path) => soon(() => disk.makeFolder(path)),
    list: (path) => soon(() => disk.list(path)),
    remove: (path) => soon(() => disk.remove(path)),
    rename: (from, to) => soon(() => disk.rename(from, to)),
  };
}

function soon<T>(work: () => T): Promise<T> {
  return Promise.resolve().then(work);
}

interface StoredFile {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

class MemoryDisk {
  private readonly files = new Map<string, StoredFile>();
  private readonly folders = new Set<string>(['/']);

  details(path: string): FileDetails | undefined {
    const file = this.files.get(path);
    if (file) return { kind: 'file', size: file.bytes.length, modified: file.modified };
    return this.folders.has(path) ? { kind: 'folder', size: 0, modified: 0 } : undefined;
  }

  file(path: string): StoredFile {
    const file = this.files.get(path);
    if (!file) throw new FileFault(this.folders.has(path) ? 'not-a-file' : 'missing', path);
    return file;
  }

  write(path: string, bytes: Uint8Array, how: 'replace' | 'append'): void {
    if (this.folders.has(path)) throw new FileFault('not-a-file', path);
    if (!this.folders.has(parentOf(path))) throw new FileFault('missing', parentOf(path));
    const before = how === 'append' ? (this.files.get(path)?.bytes ?? new Uint8Array()) : new Uint8Array();
    const whole = new Uint8Array(before.length + bytes.length);
    whole.set(before);
    whole.set(bytes, before.length);
    this.files.set(path, { bytes: whole, modified: Date.now() });
  }

  makeFolder(path: string): void {
    if (this.folders.has(path)) return;
    if (this.files.has(path)) throw new FileFault('not-a-folder', path);
    this.makeFolder(parentOf(path));
    this.folders.add(path);
  }

  list(path: string): readonly string[] {
    if (!this.folders.has(path)) throw new FileFault(this.files.has(path) ? 'not-a-folder' : 'missing', path);
    const names = this.inside(path).map((inner) => inner.slice(joined(path, '').length));
    return names.filter((name) => !name.includes('/')).sort();
  }

  remove(path: string): void {
    if (this.files.delete(path)) return;
    if (!this.folders.has(path)) throw new FileFault('missing', path);
    for (const inner of [...this.inside(path), path]) {
      this.files.delete(inner);
      this.folders.delete(inner);
    }
  }

  rename(from: string, to: string): void {
    if (!this.details(from)) throw new FileFault('missing', from);
    for (const path of [from, ...this.inside(from)]) {
      const file = this.files.get(path);
      if (file) this.files.set(to + path.slice(from.length), file);
      else this.folders.add(to + path.slice(from.length));
      this.files.delete(path);
      this.folders.delete(path);
    }
  }

  private inside(folder: string): readonly string[] {
    const start = joined(folder, '');
    return [...this.files.keys(), ...this.folders].filter((path) => path !== folder && path.startsWith(start));
  }
}
