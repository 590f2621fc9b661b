interface CommonEntry {
  readonly isEntry: boolean;
  readonly isFile: boolean;
  readonly isFolder: boolean;
  readonly type: symbol;
  readonly name: string;
  readonly nativePath: string;
  readonly url: string;
  delete(): Promise<number>;
  copyTo(folder: unknown, options?: unknown): Promise<Entry>;
  moveTo(folder: unknown, options?: unknown): Promise<void>;
  getMetadata(): Promise<EntryMetadata>;
}

export interface EntryMetadata {
  readonly name: string;
  readonly size: number;
  readonly dateModified: Date;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

export interface FileEntry extends CommonEntry {
  readonly mode: symbol;
  read(options?: unknown): Promise<string | ArrayBuffer>;
  write(data: unknown, options?: unknown): Promise<number>;
}

export interface FolderEntry extends CommonEntry {
  createFile(name: unknown, options?: unknown): Promise<FileEntry>;
  createFolder(name: unknown): Promise<FolderEntry>;
  createEntry(name: unknown, options?: unknown): Promise<Entry>;
  getEntry(path: unknown): Promise<Entry>;
  getEntries(): Promise<readonly Entry[]>;
  renameEntry(entry: unknown, newName: unknown, options?: unknown): Promise<void>;
}

export type Entry = FileEntry | FolderEntry;
