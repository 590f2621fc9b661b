import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedProfile } from '../photoshop/color/namedProfiles';
import type { Performed } from './performCase';

/** What readers that are not ours say about the files of one case. */
export interface Judged {
  readonly problems: readonly string[];
  /** What they measured. */
  readonly figures: readonly string[];
  /** What one of them could not look at. */
  readonly unread: readonly string[];
}

export function judge({ case: one, out, report }: Performed, folder: string): Judged {
  const { name, document, selection, above, checks = [], untaggedAs = 'sRGB IEC61966-2.1' } = one;
  const list = join(folder, 'case.json');
  const profile = join(folder, 'untagged.icc');
  writeFileSync(profile, namedProfile(untaggedAs) ?? '');
  writeFileSync(list, JSON.stringify({ name, document, selection, above, checks, out, report, profile }));
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', [join(__dirname, 'judge.py'), list], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status === 0) return JSON.parse(stdout) as Judged;
  return { problems: [`the readers failed: ${stderr.trim().slice(-500)}`], figures: [], unread: [] };
}
