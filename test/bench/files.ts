import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileDepth, modes } from '../photoshop/model/modes';
import type { Mode } from '../photoshop/model/state';

/**
 * What opening and saving a document of 24 megapixels with five layers may take, with what an edit adds to it. The
 * seconds are those of the processor, the system's own for reading and writing among them: all of it is one thread's
 * work, so that what the clock says beyond them is waiting for a disk or for other programs.
 */
const limits = { seconds: 4, megabytes: 1200 };

/** Where all five layers are drawn anew over the whole picture, it may take so many times as long. */
const wholeTakes = 2;

/** A file that is larger than so many megabytes takes longer by as much: five deep layers can be above two gigabytes. */
const usualFile = 1000;

/** A file is read whole. Where that takes nearly all of the memory, so much may be had beside it. */
const besideFile = 300;

/** What an edit does to a document, in every mode and depth; the others change the whole picture. */
const edit = 'a new layer';
const [wholeLayer, otherOpacity] = ['a whole new layer', 'another opacity'];
const wholePicture = [wholeLayer, otherOpacity, 'a layer hidden', 'a layer repainted'];
const edited: readonly Mode[] = ['rgb', 'gray', 'lab', 'cmyk'];

/** Opens, changes and saves documents of 24 megapixels with five layers, in every mode and depth. */
export function benchFiles(): void {
  bench(
    edited.flatMap((mode) => modes[mode].depths.map((depth) => ({ mode, depth, changes: changesFor(mode, depth) }))),
  );
}

/** The same where each way of reading, drawing and writing is met once: for every run of what decides. */
export function benchCommonFiles(): void {
  bench([
    { mode: 'rgb', depth: 8, changes: [edit, wholeLayer] },
    { mode: 'rgb', depth: 16, changes: [edit] },
    { mode: 'cmyk', depth: 8, changes: [edit] },
    { mode: 'gray', depth: 32, changes: [edit, otherOpacity] },
  ]);
}

interface Measured {
  readonly mode: Mode;
  readonly depth: FileDepth;
  readonly changes: readonly string[];
}

/** Each in a process of its own. */
function bench(all: readonly Measured[]): void {
  const folder = mkdtempSync(join(roomyFolder(), 'inlay-files-'));
  const path = join(folder, 'large.psd');
  try {
    for (const { mode, depth, changes } of all) {
      step('make', path, mode, String(depth));
      for (const change of changes) measure(`${mode} ${depth} bit, ${change}`, path, change);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In memory where that has room: it is not the disk that is measured. */
function roomyFolder(): string {
  const inMemory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > 6e9 ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

function changesFor(mode: Mode, depth: number): readonly string[] {
  if (mode === 'rgb' && depth < 32) return [edit, ...wholePicture];
  return depth === 8 ? [edit] : [edit, otherOpacity];
}

interface Taken {
  readonly seconds: number;
  readonly computing: number;
  readonly megabytes: number;
}

/** Prints every figure with its limit beside it; the bench fails where one is not kept. */
function measure(name: string, path: string, change: string): void {
  const { seconds, computing, megabytes } = JSON.parse(step('save', path, change)) as Taken;
  const file = Math.round(statSync(path).size / 1e6);
  const most = limits.seconds * (change === edit ? 1 : wholeTakes) * Math.max(1, file / usualFile);
  const memory = Math.max(limits.megabytes, file + besideFile);
  const fits = computing <= most && megabytes <= memory;
  const time = `${computing.toFixed(1)} s of ${most.toFixed(1)} s of the processor, ${seconds.toFixed(1)} s by the clock`;
  console.log(
    `${name}: ${time}, ${megabytes} MB of ${memory} MB (the file: ${file} MB)${fits ? '' : ' – over the limit'}`,
  );
  if (!fits) process.exitCode = 1;
}

function step(...args: readonly string[]): string {
  const script = join(__dirname, 'psd', 'step.ts');
  const ran = spawnSync('npx', ['--no-install', 'tsx', script, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}
