import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './judge';
import type { Performed } from './performCase';

const places = 12;

/**
 * Whether the readers see what they are there for: one byte of the document is changed after the edit, at places all
 * over the file, so that the result no longer keeps it. Answers the places where nobody complained.
 */
export async function unseenChanges(performed: Performed, folder: string): Promise<readonly number[]> {
  const bytes = readFileSync(performed.case.document);
  const document = join(folder, 'changed.psd');
  const unseen: number[] = [];
  for (let i = 0; i < places; i++) {
    const at = Math.floor(((i + 0.5) * bytes.length) / places);
    const changed = Uint8Array.from(bytes);
    changed[at] ^= 1;
    writeFileSync(document, changed);
    const { problems } = await judge({ ...performed, case: { ...performed.case, document } }, folder);
    if (problems.length === 0) unseen.push(at);
  }
  return unseen;
}
