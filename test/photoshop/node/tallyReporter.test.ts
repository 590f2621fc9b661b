import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/root';
import TallyReporter from './tallyReporter.mjs';

const everything = ['test/photoshop', 'test/flow'].flatMap((suite) =>
  readdirSync(join(root, suite), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ testFilePath: join(root, suite, name) })),
);
const outer = process.env['STAND_IN_TALLY'];
const complete = { rules: ['a'], tested: ['a'], broken: ['a'], values: ['b: c'], met: ['b: c'] };

/** What a run ends with: whether it fails, and what is printed. */
function ended(tallied: readonly object[], given: object = {}) {
  const reporter = new TallyReporter({ rootDir: root });
  for (const [index, one] of tallied.entries()) {
    writeFileSync(join(reporter.folder, `${String(index)}.json`), JSON.stringify(one));
  }
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  reporter.onRunComplete(new Set(), { testResults: everything, numFailedTests: 0, numFailedTestSuites: 0, ...given });
  const printed = written.mock.calls.join('');
  written.mockRestore();
  return { failure: reporter.getLastError()?.message, printed };
}

// the reporter of the run that this test is part of has a folder of its own
afterEach(() => {
  if (outer === undefined) delete process.env['STAND_IN_TALLY'];
  else process.env['STAND_IN_TALLY'] = outer;
});

it('lets a run pass in which everything was put to the test, in whatever files', () => {
  const half = { ...complete, broken: [] };
  expect(ended([half, { ...complete, met: [] }]).failure).toBeUndefined();
});

it('fails a whole run in which a rule was never broken or a habit never met, and names them', () => {
  const { failure, printed } = ended([{ ...complete, broken: [], met: [] }]);
  expect(failure).toMatch('gaps');
  expect(printed).toMatch(/rules broken: 0 of 1; never: a\n.*habits met: 0 of 1; never: b: c/);
});

it('fails a whole run that leaves nothing to add up', () => {
  expect(ended([]).failure).toMatch('none left a tally');
});

it('asks no more of a part of the tests than to say so', () => {
  const { failure, printed } = ended([], { testResults: everything.slice(1) });
  expect(failure).toBeUndefined();
  expect(printed).toMatch(
    `a part of its tests: ${String(everything.length - 1)} of ${String(everything.length)} files`,
  );
});

it('leaves a run that failed to its failures', () => {
  expect(ended([{ ...complete, broken: [] }], { numFailedTests: 1 }).failure).toBeUndefined();
});
