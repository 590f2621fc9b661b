import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, root } from './root';

/** Everything that the built plugin is made of. */
const inputs = ['src', 'icons', 'manifest.json', 'package-lock.json', 'tsconfig.json', 'webpack.config.js'];

const stampFile = join(distFolder, '.inputs');

/** Whether `dist/` holds a finished production build of just these sources. */
export function isBuilt(): boolean {
  return (
    existsSync(join(distFolder, 'index.js')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest()
  );
}

/** Notes beside a finished build what it was made of. */
export function noteInputs(): void {
  writeFileSync(stampFile, digest());
}

function digest(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder)) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The path itself, or all files below it, in an order that is the same everywhere. */
function filesUnder(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
