/** A file that cannot be read as what it claims to be. The message is one sentence for the person who opened it. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** Stops reading where the file breaks off or contradicts itself. */
export function damaged(what: string): never {
  throw new DamagedFile(`This file is damaged or incomplete: ${what}.`);
}
