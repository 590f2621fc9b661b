import { spawn } from 'node:child_process';
import { root } from './root';

/** One tool's verdict, wanted by `npm run check` and `npm test`. */
interface Step {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
}

const prettierTargets = ['{src,test}/**/*.{ts,tsx,mjs,css,html}', '*.{js,json}', '!test/fixtures/**'];

const types: Step = { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] };
const lint: Step = {
  name: 'lint',
  tool: 'eslint/bin/eslint.js',
  args: ['--config', 'test/architecture/eslint.config.mjs', '--max-warnings', '0', '.'],
};
const format: Step = {
  name: 'format',
  tool: 'prettier/bin/prettier.cjs',
  args: ['--check', '--log-level', 'warn', ...prettierTargets],
};
const build: Step = { name: 'build', tool: 'tsx/dist/cli.mjs', args: ['test/build/ensureBuilt.ts'] };
// left alone, jest keeps one core free, and runs on a single one of two
const bothCores = ['--maxWorkers=100%'];
const someTests: Step = {
  name: 'tests',
  tool: 'jest/bin/jest.js',
  args: [...bothCores, 'test/unit', 'test/architecture'],
};
const allTests: Step = { name: 'tests', tool: 'jest/bin/jest.js', args: bothCores };

void checkAll(process.argv.includes('--everything') ? allTests : someTests);

/** Two tools at a time, then the tests, which have both cores; every tool runs, also after another one's complaint. */
async function checkAll(tests: Step): Promise<void> {
  const [first, second] = await Promise.all([inTurn([types, format, build]), inTurn([lint])]);
  const last = await run(tests);
  process.exitCode = first && second && last ? 0 : 1;
}

async function inTurn(steps: readonly Step[]): Promise<boolean> {
  let good = true;
  for (const step of steps) good = (await run(step)) && good;
  return good;
}

/** Runs a tool and prints what it said when it is done, so that two at a time do not mix. */
function run({ name, tool, args }: Step): Promise<boolean> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}/node_modules/${tool}`, ...args], { cwd: root });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${Buffer.concat(said).toString()}${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}
