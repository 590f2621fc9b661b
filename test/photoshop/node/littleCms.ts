import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The WebAssembly module of Little CMS. */
export function littleCms(): Uint8Array {
  return readFileSync(join(dirname(require.resolve('lcms-wasm')), 'lcms.wasm'));
}
