/** What Inlay uses of the module `uxp`; nobody publishes types for it. */
declare module 'uxp' {
  export interface Entry {
    readonly name: string;
    readonly isFile: boolean;
    delete(): Promise<void>;
  }
  export interface File extends Entry {
    read(options: { readonly format: symbol }): Promise<string | ArrayBuffer>;
    write(data: string | ArrayBuffer, options: { readonly format: symbol }): Promise<number>;
  }
  export interface Folder extends Entry {
    createFile(name: string, options?: { readonly overwrite?: boolean }): Promise<File>;
    getEntry(name: string): Promise<Entry>;
    renameEntry(entry: Entry, name: string, options?: { readonly overwrite?: boolean }): Promise<boolean>;
  }
  export const storage: {
    readonly localFileSystem: {
      getDataFolder(): Promise<Folder>;
      getTemporaryFolder(): Promise<Folder>;
      createPersistentToken(entry: Entry): Promise<string>;
      /** Rejects where there is none for that token, or the file is gone. */
      getEntryForPersistentToken(token: string): Promise<Entry>;
      /** Nothing or null where the retoucher chose none. */
      getFileForOpening(options: { types: string[] }): Promise<File | null | undefined>;
    };
    readonly secureStorage: {
      /** Nothing, null or an empty array where there is no such key. */
      getItem(key: string): Promise<Uint8Array | null | undefined>;
      setItem(key: string, value: string): Promise<void>;
      removeItem(key: string): Promise<void>;
    };
    readonly formats: { readonly utf8: symbol; readonly binary: symbol };
    readonly errors: { readonly OutOfSpaceError: new () => Error };
  };

  export const host: {
    /** Such as `de_DE`. */
    readonly uiLocale: string;
  };

  export interface PanelHandlers {
    create?(root: HTMLElement): void;
    show?(root: HTMLElement): void;
    destroy?(root: HTMLElement): void;
  }
  export const entrypoints: {
    setup(handlers: {
      readonly panels: Readonly<Record<string, PanelHandlers>>;
      readonly commands: Readonly<Record<string, () => unknown>>;
    }): void;
  };
}

/** UXP's own picture type: what an <img> can show without a file. */
declare const ImageBlob: new (
  data: ArrayBuffer,
  options: {
    readonly type: 'image/uncompressed';
    readonly width: number;
    readonly height: number;
    readonly colorSpace: 'RGB';
    readonly colorProfile: string;
    readonly hasAlpha: boolean;
    readonly components: number;
    readonly componentSize: 8;
    readonly pixelFormat: 'RGB' | 'RGBA';
  },
) => Blob;
