import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './judge';
import type { Performed } from './performCase';

const places = 12;

/**
 * Whether the readers see what they are there for: one byte of the document is changed after the edit, at places all
 * over the file, so that the result no longer keeps it. Answers the places where nobody complained.
 */
export function unseenChanges(performed: Performed, folder: string): readonly number[] {
  const bytes = readFileSync(performed.case.document);
  const document = join(folder, 'changed.psd');
  return Array.from({ length: places }, (_, i) => Math.floor(((i + 0.5) * bytes.length) / places)).filter((at) => {
    const changed = Uint8Array.from(bytes);
    changed[at] ^= 1;
    writeFileSync(document, changed);
    return judge({ ...performed, case: { ...performed.case, document } }, folder).problems.length === 0;
  });
}
