import { type File, storage } from 'uxp';

const { localFileSystem, formats } = storage;

/** The port's `readFile`: a token may lead nowhere any more. */
export async function readFile(token: string): Promise<Uint8Array | undefined> {
  try {
    const entry = await localFileSystem.getEntryForPersistentToken(token);
    if (!entry.isFile) return undefined;
    const bytes = await (entry as File).read({ format: formats.binary });
    return typeof bytes === 'string' ? undefined : new Uint8Array(bytes);
  } catch {
    return undefined;
  }
}
