import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle';
import { allowedOrigins } from './commandLine';
import { packFolder } from './pack';
import { distFolder, root } from './root';
import { runCommand } from './runCommand';

runCommand(() => {
  bundle(allowedOrigins(process.argv.slice(2)));
  const { version } = JSON.parse(readFileSync(join(distFolder, 'manifest.json'), 'utf8')) as { version: string };
  const file = join(root, `inlay-${version}.ccx`);
  const archive = packFolder(distFolder);
  writeFileSync(file, archive);
  console.log(`Packaged ${file} (${Math.round(archive.length / 1024)} KB). Double-click it to install.`);
});
