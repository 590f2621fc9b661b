import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { noteInputs } from './inputs';
import { distFolder, root } from './root';

/** Builds the plugin for production into `dist/`. Faults and warnings of webpack go to standard error. */
export function bundle(origins: readonly string[]): void {
  rmSync(distFolder, { recursive: true, force: true });
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const allow = origins.length > 0 ? ['--env', `allow=${origins.join(' ')}`] : [];
  const args = [webpack, '--mode', 'production', '--no-color', ...allow];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const said = `${stdout}${stderr}`;
  if (!allIsWell.test(said)) process.stderr.write(said);
  if (status !== 0) throw new Error('The build failed: see above.');
  noteInputs();
}

const allIsWell = /^webpack compiled successfully\s*$/;
