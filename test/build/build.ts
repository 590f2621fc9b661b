import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle';
import { allowedOrigins } from './commandLine';
import { distFolder } from './root';
import { runCommand } from './runCommand';

runCommand(() => {
  const origins = allowedOrigins(process.argv.slice(2));
  bundle(origins);
  const kilobytes = Math.round(statSync(join(distFolder, 'index.js')).size / 1024);
  console.log(
    `Built ${distFolder} (index.js ${kilobytes} KB)${origins.length > 0 ? `, allowing ${origins.join(', ')}` : ''}.`,
  );
  console.log(`Load ${join(distFolder, 'manifest.json')} with Adobe's UXP Developer Tool.`);
});
