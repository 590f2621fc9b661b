import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { distFolder, root } from '../../build/root';

/**
 * Says when the built plugin has changed. What is served first is the production build; with the first change of a
 * source, webpack begins to build for development, again after every further change.
 */
export function watchPlugin(changed: () => void): void {
  let webpack: ChildProcess | undefined;
  const build = () => (webpack ??= startWebpack());
  watch(join(root, 'src'), { recursive: true }, build);
  const soon = debounced(changed, 200);
  watch(distFolder, { recursive: true }, (_event, name) => {
    if (name === 'index.js' || name === 'panel.css') soon();
  });
  process.on('exit', () => webpack?.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
}

function startWebpack(): ChildProcess {
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = [webpack, '--watch', '--mode', 'development', '--no-color'];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

function debounced(act: () => void, milliseconds: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
