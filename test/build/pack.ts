import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/**
 * A folder as an installable archive: `manifest.json` at its root, names with `/`, Unix modes, no source map, no dot
 * files. The same files give the same bytes, whatever the day, the time zone and the order on disk.
 */
export function packFolder(folder: string): Uint8Array {
  const entries: Zippable = {};
  for (const name of filesUnder(folder)) {
    entries[name] = [readFileSync(join(folder, name)), { os: unix, attrs: regularFile, mtime: fixedTime, level: 9 }];
  }
  return zipSync(entries);
}

const unix = 3;
const regularFile = 0o100644 * 0x10000;

/** Archives hold local time: a date made of local parts is the same bytes in every time zone. */
const fixedTime = new Date(2020, 0, 1);

function filesUnder(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix))
    .sort()
    .filter((name) => !name.startsWith('.') && !name.endsWith('.map'))
    .flatMap((name) => {
      const path = `${prefix}${name}`;
      return statSync(join(folder, path)).isDirectory() ? filesUnder(folder, `${path}/`) : [path];
    });
}
