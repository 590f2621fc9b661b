/** What went wrong on the disk. */
export class FileFault extends Error {
  constructor(
    readonly code: 'missing' | 'exists' | 'disk-full' | 'denied' | 'not-a-file' | 'not-a-folder',
    path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

export interface FileDetails {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A disk. Paths are absolute, with forward slashes. Everything may throw a `FileFault`. */
export interface FileLayer {
  details(path: string): Promise<FileDetails | undefined>;
  read(path: string): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array, how: 'replace' | 'append'): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** The names in a folder. */
  list(path: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
  /** Replaces what stands at `to`. */
  rename(from: string, to: string): Promise<void>;
}

/** The disk as the host sees it: a test may make it full. */
export class Files {
  isFull = false;

  constructor(private readonly layer: FileLayer) {}

  details(path: string): Promise<FileDetails | undefined> {
    return this.layer.details(path);
  }

  async read(path: string): Promise<Uint8Array> {
    return this.layer.read(path);
  }

  async write(path: string, bytes: Uint8Array, how: 'replace' | 'append' = 'replace'): Promise<void> {
    if (this.isFull) throw new FileFault('disk-full', path);
    await this.layer.write(path, bytes, how);
  }

  async makeFolder(path: string): Promise<void> {
    if (this.isFull) throw new FileFault('disk-full', path);
    await this.layer.makeFolder(path);
  }

  list(path: string): Promise<readonly string[]> {
    return this.layer.list(path);
  }

  remove(path: string): Promise<void> {
    return this.layer.remove(path);
  }

  rename(from: string, to: string): Promise<void> {
    return this.layer.rename(from, to);
  }
}

export function joined(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}`;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
