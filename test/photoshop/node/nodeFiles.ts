import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { FileFault, type FileLayer } from '../modules/uxp/files';

/** The disk of the machine. */
export function createNodeFiles(): FileLayer {
  return {
    async details(path) {
      const found = await stat(path).catch(() => undefined);
      if (!found) return undefined;
      return { kind: found.isDirectory() ? 'folder' : 'file', size: found.size, modified: found.mtimeMs };
    },
    read: (path) =>
      attempt(path, async () => {
        const { buffer, byteOffset, length } = await readFile(path);
        return new Uint8Array(buffer, byteOffset, length);
      }),
    write: (path, bytes, how) =>
      attempt(path, () => (how === 'append' ? appendFile(path, bytes) : writeFile(path, bytes))),
    makeFolder: (path) =>
      attempt(path, async () => {
        await mkdir(path, { recursive: true });
      }),
    list: (path) => attempt(path, async () => (await readdir(path)).sort()),
    remove: (path) => attempt(path, () => rm(path, { recursive: true })),
    rename: (from, to) => attempt(from, () => rename(from, to)),
  };
}

const faults: Readonly<Record<string, FileFault['code']>> = {
  ENOENT: 'missing',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EISDIR: 'not-a-file',
  ENOTDIR: 'not-a-folder',
};

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = faults[String((error as { readonly code?: unknown }).code)];
    throw code ? new FileFault(code, path) : error;
  }
}
