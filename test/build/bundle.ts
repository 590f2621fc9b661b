import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { noteInputs } from './inputs';
import { distFolder, root } from './root';

/** Builds the plugin for production into `dist/`. What webpack says goes to standard error. */
export function bundle(origins: readonly string[]): void {
  rmSync(distFolder, { recursive: true, force: true });
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const allow = origins.length > 0 ? ['--env', `allow=${origins.join(' ')}`] : [];
  const { status } = spawnSync(process.execPath, [webpack, '--mode', 'production', ...allow], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The build failed: see above.');
  noteInputs();
}
