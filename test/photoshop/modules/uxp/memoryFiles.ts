import { FileFault, joined, parentOf, type FileLayer } from './files';

interface StoredFile {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/** A disk that is forgotten with the session. */
export function createMemoryFiles(): FileLayer {
  const files = new Map<string, StoredFile>();
  const folders = new Set<string>(['/']);
  const found = (path: string) => {
    const file = files.get(path);
    if (!file) throw new FileFault(folders.has(path) ? 'not-a-file' : 'missing', path);
    return file;
  };
  const makeFolder = (path: string) => {
    if (folders.has(path)) return;
    if (files.has(path)) throw new FileFault('not-a-folder', path);
    makeFolder(parentOf(path));
    folders.add(path);
  };
  const inside = (folder: string) => {
    const start = joined(folder, '');
    return [...files.keys(), ...folders].filter((path) => path !== folder && path.startsWith(start));
  };
  return {
    async details(path) {
      const file = files.get(path);
      if (file) return { kind: 'file', size: file.bytes.length, modified: file.modified };
      return folders.has(path) ? { kind: 'folder', size: 0, modified: 0 } : undefined;
    },
    async read(path) {
      return found(path).bytes.slice();
    },
    async write(path, bytes, how) {
      if (folders.has(path)) throw new FileFault('not-a-file', path);
      if (!folders.has(parentOf(path))) throw new FileFault('missing', parentOf(path));
      const before = how === 'append' ? (files.get(path)?.bytes ?? new Uint8Array()) : new Uint8Array();
      const whole = new Uint8Array(before.length + bytes.length);
      whole.set(before);
      whole.set(bytes, before.length);
      files.set(path, { bytes: whole, modified: Date.now() });
    },
    async makeFolder(path) {
      makeFolder(path);
    },
    async list(path) {
      if (!folders.has(path)) throw new FileFault(files.has(path) ? 'not-a-folder' : 'missing', path);
      return inside(path)
        .map((inner) => inner.slice(joined(path, '').length))
        .filter((name) => !name.includes('/'))
        .sort();
    },
    async remove(path) {
      if (!files.delete(path) && !folders.has(path)) throw new FileFault('missing', path);
      if (!folders.delete(path)) return;
      for (const inner of inside(path)) {
        files.delete(inner);
        folders.delete(inner);
      }
    },
    async rename(from, to) {
      const file = files.get(from);
      if (file) {
        files.set(to, file);
        files.delete(from);
        return;
      }
      if (!folders.has(from)) throw new FileFault('missing', from);
      for (const inner of inside(from)) {
        const target = to + inner.slice(from.length);
        const innerFile = files.get(inner);
        if (innerFile) files.set(target, innerFile);
        else folders.add(target);
        files.delete(inner);
        folders.delete(inner);
      }
      folders.delete(from);
      folders.add(to);
    },
  };
}
