import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import type { Timed } from './fills';
import type { Planes } from './filters';

/** What each peer needs, and how its own front ends call it. */
const python: Record<string, string> = {
  telea: 'cv2',
  'navier-stokes': 'cv2',
  'shift-map': 'cv2.xphoto',
  biharmonic: 'skimage.restoration',
};
const gmic: Record<string, readonly string[]> = {
  'gmic-patch': ['inpaint[0]', '[1],7,16,0.1,1,1.2,0,0.05,10,1'],
  'gmic-multi': ['inpaint_matchpatch[0]', '[1],0,9,10,5,1'],
};
/** Seconds after which a peer is left out of a case. */
const patience = 120;

/** The peers that this machine has: fills that others have written, each with its seconds of the processor. */
export function installedPeers(): Record<string, (source: Planes, hole: Uint8Array) => Timed | undefined> {
  const interpreter = ['/usr/bin/python3', 'python3'].find((name) => runs(name, ['-c', 'import numpy']));
  const peers: Record<string, (source: Planes, hole: Uint8Array) => Timed | undefined> = {};
  for (const [method, module] of Object.entries(python)) {
    if (!interpreter || !runs(interpreter, ['-c', `import ${module}`])) continue;
    peers[method] = (source, hole) => inFolder((folder) => fillByPython(interpreter, method, source, hole, folder));
  }
  if (!runs('gmic', ['-version'])) return peers;
  for (const [name, command] of Object.entries(gmic)) {
    peers[name] = (source, hole) => inFolder((folder) => fillByGmic(command, source, hole, folder));
  }
  return peers;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'inlay-peer-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fillByPython(
  interpreter: string,
  method: string,
  { width, height, data }: Planes,
  hole: Uint8Array,
  folder: string,
): Timed | undefined {
  const [source, mask, result] = ['source.raw', 'mask.raw', 'result.raw'].map((name) => join(folder, name));
  writeFileSync(source, data);
  writeFileSync(mask, hole);
  const args = [join(__dirname, 'peer.py'), method, source, mask, String(width), String(height), result];
  const ran = spawnSync(interpreter, args, { encoding: 'utf8', timeout: patience * 1000 });
  if (ran.status !== 0) return undefined;
  return { filled: { width, height, data: new Uint8Array(readFileSync(result)) }, seconds: Number(ran.stdout) };
}

function fillByGmic(
  [filter, options]: readonly string[],
  { width, height, data }: Planes,
  hole: Uint8Array,
  folder: string,
): Timed | undefined {
  const [source, mask, result] = ['source.png', 'mask.png', 'result.png'].map((name) => join(folder, name));
  writeFileSync(source, encode({ width, height, channels: 3, data }));
  writeFileSync(mask, encode({ width, height, channels: 1, data: hole }));
  const args = ['-v', '-', source, mask, filter, options, 'keep[0]', 'cut', '0,255', 'round', 'output', result];
  const start = performance.now();
  if (spawnSync('gmic', args, { timeout: patience * 1000 }).status !== 0) return undefined;
  const seconds = (performance.now() - start) / 1000;
  return { filled: { width, height, data: new Uint8Array(decode(readFileSync(result)).data) }, seconds };
}
