import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What opening and saving a document of 24 megapixels with five layers may take. */
const limits = { seconds: 4, megabytes: 1200 };

/** Opens, changes and saves documents of 24 megapixels with five layers, each in a process of its own. */
export function benchFiles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'inlay-files-'));
  try {
    for (const depth of ['8', '16']) {
      const path = join(folder, `${depth}.psd`);
      step('make', path, depth);
      for (const how of ['a new layer', 'another opacity of a whole layer']) {
        const { seconds, megabytes } = JSON.parse(step('save', path, how)) as typeof limits;
        const fits = seconds <= limits.seconds && megabytes <= limits.megabytes;
        console.log(`${depth} bit, ${how}: ${seconds.toFixed(1)} s, ${megabytes} MB${fits ? '' : ' (over the limit)'}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function step(...args: readonly string[]): string {
  const script = join(__dirname, 'psd', 'step.ts');
  const ran = spawnSync('npx', ['--no-install', 'tsx', script, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}
