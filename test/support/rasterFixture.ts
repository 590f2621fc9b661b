import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of a file in `test/fixtures/raster`. */
export function rasterFixture(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(join(__dirname, '..', 'fixtures', 'raster', name)));
}
