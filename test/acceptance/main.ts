import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
import { type Ring, ringLine, ringTable } from './rings';
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
  mkdirSync(folder, { recursive: true });
  if (!isBuilt()) bundle([]);
  try {
    const cases = allCases(folder).filter(({ name }) => name.includes(word));
    process.exitCode = (await judgeAll(cases, folder, kept === undefined ? 'sweep' : 'keep')) ? 0 : 1;
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

function allCases(folder: string): readonly AcceptanceCase[] {
  return [photoCases, modeCases, layeredCases, stackCases, foreignCases, kindCases, largeCases].flatMap((list) =>
    list(folder),
  );
}

/** Prints a line for each case and one at the end. */
async function judgeAll(cases: readonly AcceptanceCase[], folder: string, after: 'sweep' | 'keep'): Promise<boolean> {
  let failed = 0;
  const rings: Ring[] = [];
  for (const one of cases) {
    const { problems, ring } = await judgeOne(one, folder);
    if (ring) rings.push(ring);
    // large files would fill a small disk
    if (after === 'sweep') for (const name of readdirSync(folder)) rmSync(join(folder, name));
    if (problems.length > 0) failed++;
    for (const problem of problems) console.log(`     ${problem}`);
  }
  console.log(ringTable(rings));
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 && cases.length > 0;
}

async function judgeOne(one: AcceptanceCase, folder: string): Promise<Judged> {
  const started = Date.now();
  const performed = await performCase(one, folder);
  const judged = performed.problems.length > 0 ? unjudged(performed) : judge(performed, folder);
  const { length } = judged.problems;
  const unseen = length === 0 && one.tests === 'the readers' ? unseenChanges(performed, folder) : [];
  const problems = [...judged.problems, ...unseen.map((at) => `the readers do not see that byte ${at} was changed`)];
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${one.name} (${performed.figures}; ${seconds} s in all)`);
  if (judged.ring) console.log(`     ${ringLine(judged.ring)}`);
  for (const [check, reason] of Object.entries(one.without ?? {})) console.log(`     without ${check}: ${reason}`);
  return { ...judged, problems };
}

function unjudged({ problems }: Performed): Judged {
  return { problems };
}
