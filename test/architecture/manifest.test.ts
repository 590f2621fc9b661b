import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';
import { lintManifest } from './lint/manifest';

const bytes = readFileSync(join(root, 'manifest.json'));
const manifest = JSON.parse(bytes.toString()) as { version: string; requiredPermissions: Record<string, unknown> };

it('loads in Photoshop', () => {
  const readFile = (path: string) => {
    const file = join(root, path === 'index.html' ? 'src/index.html' : path);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  expect(lintManifest(bytes, readFile)).toEqual([]);
});

it('has the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(manifest.version).toBe(version);
});

it('asks for the network and its own folder, nothing else', () => {
  expect(Object.keys(manifest.requiredPermissions).sort()).toEqual(['localFileSystem', 'network']);
  expect(manifest.requiredPermissions['localFileSystem']).toBe('plugin');
});
