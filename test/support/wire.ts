import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';

/** An answer of a service, as it is written below `test/fixtures/wire/`. */
export function wireAnswer(service: string, name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'test/fixtures/wire', service, `${name}.json`), 'utf8'));
}
