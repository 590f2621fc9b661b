import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Depth, Mode } from '../photoshop/model/state';

/** What opening and saving a document of 24 megapixels with five layers may take. */
const limits = { seconds: 4, megabytes: 1200 };

interface Case {
  readonly mode: Mode;
  readonly depths: readonly Depth[];
  readonly changes: readonly string[];
}

const cases: readonly Case[] = [
  {
    mode: 'rgb',
    depths: [8, 16],
    changes: ['a new layer', 'a whole new layer', 'another opacity', 'a layer hidden', 'a layer repainted'],
  },
  { mode: 'gray', depths: [8, 16], changes: ['another opacity'] },
  { mode: 'lab', depths: [8, 16], changes: ['another opacity'] },
  { mode: 'cmyk', depths: [8], changes: ['another opacity'] },
];

/** Opens, changes and saves documents of 24 megapixels with five layers, each in a process of its own. */
export function benchFiles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'inlay-files-'));
  const path = join(folder, 'large.psd');
  try {
    for (const { mode, depths, changes } of cases) {
      for (const depth of depths) {
        step('make', path, mode, String(depth));
        for (const change of changes)
          console.log(`${mode} ${depth} bit, ${change}: ${figures(step('save', path, change))}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every figure with its limit beside it, and whether it is kept. */
function figures(answer: string): string {
  const { seconds, computing, megabytes } = JSON.parse(answer) as typeof limits & { readonly computing: number };
  const fits = seconds <= limits.seconds && megabytes <= limits.megabytes;
  const time = `${seconds.toFixed(1)} s of ${limits.seconds} s (${computing.toFixed(1)} s of them computing)`;
  return `${time}, ${megabytes} MB of ${limits.megabytes} MB${fits ? '' : ' – over the limit'}`;
}

function step(...args: readonly string[]): string {
  const script = join(__dirname, 'psd', 'step.ts');
  const ran = spawnSync('npx', ['--no-install', 'tsx', script, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}
