import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AcceptanceCase } from './acceptanceCase';
import { foreignCases } from './foreignCases';
import { judge } from './judge';
import { largeCases } from './largeCases';
import { layeredCases } from './layeredCases';
import { performCase } from './performCase';
import { photoCases } from './photoCases';
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
  try {
    const cases = allCases(folder).filter(({ name }) => name.includes(word));
    process.exitCode = (await judgeAll(cases, folder)) ? 0 : 1;
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

function allCases(folder: string): readonly AcceptanceCase[] {
  return [photoCases, layeredCases, stackCases, foreignCases, largeCases].flatMap((list) => list(folder));
}

/** Prints a line for each case and one at the end. */
async function judgeAll(cases: readonly AcceptanceCase[], folder: string): Promise<boolean> {
  let failed = 0;
  for (const one of cases) {
    const performed = await performCase(one, folder);
    const problems = performed.problems.length > 0 ? performed.problems : judge(performed, folder);
    if (problems.length > 0) failed++;
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${one.name} (${performed.figures})`);
    for (const problem of problems) console.log(`     ${problem}`);
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 && cases.length > 0;
}
