import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { FileFault, type FileLayer } from '../modules/uxp/files';

/** The disk, for the stand-in. */
export function createNodeFiles(): FileLayer {
  return {
    async details(path) {
      try {
        const { size, mtimeMs, ...found } = await stat(path);
        return { kind: found.isDirectory() ? 'folder' : 'file', size, modified: mtimeMs };
      } catch {
        return undefined;
      }
    },
    read: (path) => translated(path, async () => new Uint8Array(await readFile(path))),
    write: (path, bytes, how) => translated(path, () => (how === 'append' ? appendFile : writeFile)(path, bytes)),
    makeFolder: (path) => translated(path, async () => void (await mkdir(path, { recursive: true }))),
    list: (path) => translated(path, () => readdir(path)),
    remove: (path) => translated(path, () => rm(path, { recursive: true })),
    rename: (from, to) => translated(from, () => rename(from, to)),
  };
}

async function translated<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? faults.get(String(error.code)) : undefined;
    if (code === undefined) throw error;
    throw new FileFault(code, path);
  }
}

const faults = new Map<string, FileFault['code']>([
  ['ENOENT', 'missing'],
  ['EEXIST', 'exists'],
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['EISDIR', 'not-a-file'],
  ['ENOTDIR', 'not-a-folder'],
]);
