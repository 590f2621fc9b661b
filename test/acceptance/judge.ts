import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { checks } from './acceptanceCase';
import { ended } from './ended';
import type { Performed } from './performCase';
import type { Ring } from './rings';

/** What readers that are not ours say about the files of one case. */
export interface Judged {
  readonly problems: readonly string[];
  /** Absent where it was not measured. */
  readonly ring?: Ring;
}

/** As `judge.py` prints it. */
interface Answer {
  readonly problems: readonly string[];
  readonly checked: readonly string[];
  readonly ring?: Omit<Ring, 'mode' | 'depth'> | null;
  readonly mode: number;
  readonly depth: number;
}

export async function judge({ case: one, out, report }: Performed, folder: string): Promise<Judged> {
  const { name, document, selection, above, without = {}, holds = [], untaggedAs = 'sRGB IEC61966-2.1' } = one;
  const list = join(folder, 'case.json');
  const profile = join(folder, 'untagged.icc');
  writeFileSync(profile, namedProfile(untaggedAs) ?? '');
  writeFileSync(list, JSON.stringify({ name, document, selection, above, without, holds, out, report, profile }));
  const { stdout, stderr, code } = await ended('/usr/bin/python3', [join(__dirname, 'judge.py'), list], {
    ...process.env,
    PYTHONDONTWRITEBYTECODE: '1',
  });
  if (code !== 0) return { problems: [`the readers failed: ${stderr.trim().slice(-500)}`] };
  const { problems, checked, ring, mode, depth } = JSON.parse(stdout) as Answer;
  const missing = checks.filter((check) => !(check in without) && !checked.includes(check));
  const unmade = problems.length === 0 ? missing.map((check) => `the check "${check}" was not made`) : [];
  return { problems: [...problems, ...unmade], ...(ring && { ring: { ...ring, mode, depth } }) };
}
