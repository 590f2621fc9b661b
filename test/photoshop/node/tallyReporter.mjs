import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What one file of tests leaves behind: the names there are, and those that it has put to the test.
 *
 * @typedef {{ rules: string[], tested: string[], broken: string[], values: string[], met: string[] }} Tallied
 */

/** Where the tests are that put the stand-in's rules and switches to the test between them. */
const suites = ['test/photoshop', 'test/flow'];

/**
 * Adds up what all files of tests have put to the test, prints it, and fails a run of all of them in which a rule was
 * never exercised, or never broken, or a habit of the platform never met by the plugin.
 */
class TallyReporter {
  /** @param {{ rootDir: string, testNamePattern?: string }} config */
  constructor(config) {
    this.config = config;
    /** @type {Error | undefined} */
    this.error = undefined;
    this.folder = mkdtempSync(join(tmpdir(), 'stand-in-tally-'));
    process.env['STAND_IN_TALLY'] = this.folder;
  }

  /**
   * @param {unknown} _contexts
   * @param {{ testResults: { testFilePath: string }[], numFailedTests: number, numFailedTestSuites: number }} results
   */
  onRunComplete(_contexts, { testResults, numFailedTests, numFailedTestSuites }) {
    const files = readdirSync(this.folder).map((name) => readTallied(join(this.folder, name)));
    rmSync(this.folder, { recursive: true });
    const ran = new Set(testResults.map(({ testFilePath }) => testFilePath));
    const all = allSuites(this.config.rootDir);
    const missed = this.config.testNamePattern ? all : all.filter((path) => !ran.has(path));
    const isWhole = missed.length === 0;
    const gaps = gapsOf(files);
    const told = files.length === 0 ? '  it was put to no test' : linesOf(gaps, isWhole);
    const part = isWhole
      ? ''
      : `  (a part of its tests: ${String(all.length - missed.length)} of ${String(all.length)} files ran whole)\n`;
    process.stdout.write(`\nThe stand-in for Photoshop, over all tests of this run:\n${told}\n${part}`);
    if (!isWhole || numFailedTests + numFailedTestSuites > 0) return;
    if (files.length === 0)
      this.error = new Error('All tests ran, and none left a tally: is tallySetup.ts still set up?');
    else if (gaps.some(({ left }) => left.length > 0)) this.error = new Error('The tests leave gaps, named above.');
  }

  getLastError() {
    return this.error;
  }
}

/** @param {string} path */
function readTallied(path) {
  /** @type {Tallied} */
  const tallied = JSON.parse(readFileSync(path, 'utf8'));
  return tallied;
}

/** @param {Tallied[]} files */
function gapsOf(files) {
  /** @param {keyof Tallied} member */
  const seen = (member) => new Set(files.flatMap((file) => file[member]));
  /** @type {(what: string, all: Set<string>, done: Set<string>) => { what: string, count: number, left: string[] }} */
  const gap = (what, all, done) => ({ what, count: all.size, left: [...all].filter((one) => !done.has(one)) });
  return [
    gap('rules exercised', seen('rules'), seen('tested')),
    gap('rules broken', seen('rules'), seen('broken')),
    gap('habits met', seen('values'), seen('met')),
  ];
}

/**
 * @param {{ what: string, count: number, left: string[] }[]} gaps
 * @param {boolean} isWhole Of a part of the tests only the numbers are told.
 */
function linesOf(gaps, isWhole) {
  return gaps
    .map(({ what, count, left }) => {
      const never = isWhole && left.length > 0 ? `; never: ${left.join(', ')}` : '';
      return `  ${what}: ${String(count - left.length)} of ${String(count)}${never}`;
    })
    .join('\n');
}

/** @param {string} root */
function allSuites(root) {
  return suites.flatMap((suite) =>
    readdirSync(join(root, suite), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(root, suite, name)),
  );
}

// jest looks for a reporter there
export { TallyReporter as default };
