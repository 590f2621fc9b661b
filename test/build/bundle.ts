import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { noteInputs } from './inputs';
import { distFolder, root } from './root';

/** Builds the plugin for production into `dist/`. What webpack says is shown on standard error when it fails. */
export function bundle(origins: readonly string[]): void {
  rmSync(distFolder, { recursive: true, force: true });
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const allow = origins.length > 0 ? ['--env', `allow=${origins.join(' ')}`] : [];
  if (process.stderr.isTTY) process.stderr.write('Building the plugin …\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [webpack, '--mode', 'production', ...allow], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}\nThe build failed: see above.`);
  noteInputs();
}
