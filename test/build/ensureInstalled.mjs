// Runs before anything is installed, so it uses nothing but Node.
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @typedef {{ version: string, optional?: boolean, devOptional?: boolean }} Entry */
/** @typedef {{ packages: Record<string, Entry | undefined> }} Lock */

const oldestNode = 20;
if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  fail(`Inlay needs Node ${oldestNode} or newer; this is ${process.version}. See https://nodejs.org.`);
}
if (!isInstalled()) install();

/** npm notes what it has installed beside it; only when that covers the lock file is nothing to be done. */
function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry?.optional && !entry?.devOptional)
    .every(([path, entry]) => present[path]?.version === entry?.version);
}

/**
 * @param {string} path
 * @returns {Lock['packages']}
 */
function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(path, 'utf8'))).packages;
  } catch {
    return {};
  }
}

/** What npm says goes to standard error: standard output belongs to the command that is run next. */
function install() {
  if (isLink(join(root, 'node_modules')))
    fail('node_modules is a link and not up to date: install where it points to.');
  process.stderr.write('Installing what Inlay is built and tested with (once; about a minute) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('Installing failed: see above, mend it (often the network), and start the command again.');
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
