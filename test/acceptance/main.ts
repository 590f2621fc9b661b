import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../build/bundle';
import { isBuilt } from '../build/inputs';
import type { AcceptanceCase } from './acceptanceCase';
import { foreignCases } from './foreignCases';
import { judge, type Judged } from './judge';
import { kindCases } from './kindCases';
import { largeCases } from './largeCases';
import { layeredCases } from './layeredCases';
import { modeCases } from './modeCases';
import { performCase, type Performed } from './performCase';
import { photoCases } from './photoCases';
import { ringLine, ringTable } from './rings';
import { unseenChanges } from './sight';
import { stackCases } from './stackCases';

/**
 * Removes something from every document that an edit must be right on, and lets independent readers judge the files.
 * Usage: `tsx test/acceptance/main.ts [--keep FOLDER] [WORD]`, WORD being part of a case's name.
 */
void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const kept = args[0] === '--keep' ? args[1] : undefined;
  const word = args.at(kept === undefined ? 0 : 2) ?? '';
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'inlay-acceptance-')) : resolve(kept);
  if (!isBuilt()) bundle([]);
  try {
    process.exitCode = (await judgeAll(folder, word, kept === undefined ? 'sweep' : 'keep')) ? 0 : 1;
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

function allCases(folder: string): readonly AcceptanceCase[] {
  return [photoCases, modeCases, layeredCases, stackCases, foreignCases, kindCases, largeCases].flatMap((list) =>
    list(folder),
  );
}

/**
 * Prints lines for each case and a table at the end. Two cases at a time, one from the beginning and one from the end,
 * where the large files are: two of those would need much memory.
 */
async function judgeAll(folder: string, word: string, after: 'sweep' | 'keep'): Promise<boolean> {
  const all: Judged[] = [];
  const chosen = (place: string) => allCases(place).filter(({ name }) => name.includes(word));
  const waiting = Array.from(chosen(folder).keys());
  const work = async (name: string, next: () => number | undefined) => {
    const place = join(folder, name);
    const cases = chosen(place);
    for (let index = next(); index !== undefined; index = next()) {
      mkdirSync(place, { recursive: true });
      all.push(await judgeOne(cases[index], place));
      // large files would fill a small disk
      if (after === 'sweep') rmSync(place, { recursive: true });
    }
  };
  await Promise.all([work('first', () => waiting.shift()), work('last', () => waiting.pop())]);
  const failed = all.filter(({ problems }) => problems.length > 0).length;
  console.log(ringTable(all.flatMap(({ ring }) => ring ?? [])));
  console.log(`${all.length - failed} passed, ${failed} failed`);
  return failed === 0 && all.length > 0;
}

async function judgeOne(one: AcceptanceCase, folder: string): Promise<Judged> {
  const started = Date.now();
  const performed = await performCase(one, folder);
  const judged = performed.problems.length > 0 ? unjudged(performed) : await judge(performed, folder);
  const { length } = judged.problems;
  const unseen = length === 0 && one.tests === 'the readers' ? await unseenChanges(performed, folder) : [];
  const problems = [...judged.problems, ...unseen.map((at) => `the readers do not see that byte ${at} was changed`)];
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${one.name} (${performed.figures}; ${seconds} s in all)`);
  if (judged.ring) console.log(`     ${ringLine(judged.ring)}`);
  for (const [check, reason] of Object.entries(one.without ?? {})) console.log(`     without ${check}: ${reason}`);
  for (const problem of problems) console.log(`     ${problem}`);
  return { ...judged, problems };
}

function unjudged({ problems }: Performed): Judged {
  return { problems };
}
