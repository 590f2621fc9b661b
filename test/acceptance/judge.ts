import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Performed } from './performCase';

/** Lets readers that are not ours look at the files of one case, and answers what is wrong. */
export function judge({ case: one, out, report }: Performed, folder: string): readonly string[] {
  const { name, document, selection, above, checks = [] } = one;
  const list = join(folder, 'case.json');
  writeFileSync(list, JSON.stringify({ name, document, selection, above, checks, out, report }));
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', [join(__dirname, 'judge.py'), list], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return status === 0 ? (JSON.parse(stdout) as string[]) : [`the readers failed: ${stderr.trim().slice(-500)}`];
}
