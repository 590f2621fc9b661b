import { spawnSync } from 'node:child_process';
import { root } from '../build/root';

const ourFaults = `import { strings } from '../panel/strings';
import { assert } from '../base/assert';
export default strings;
export function faults(n: number, later: Promise<void>) {
  later;
  console.log(Math.random(), assert);
  const made = fetch('https://example.com') as unknown;
  // TODO later
  return n > 1 ? (n > 2 ? made : 2) : Date.now();
}
`;
const coreFaults = `import { join } from 'node:path';\nexport const path = join(process.cwd(), 'a');\n`;
const runnerFaults = `export { assert } from '../../src/base/assert';\n`;

it('minds what is fenced: in our sources, in the core of the stand-in, in the runner', () => {
  const complaints = complainingRules({
    'src/edit/plan.ts': ourFaults,
    'test/photoshop/canvas.ts': coreFaults,
    'test/headless/bufferMeter.ts': runnerFaults,
  });
  expect(complaints).toEqual({
    'src/edit/plan.ts': [
      '@typescript-eslint/consistent-type-assertions',
      '@typescript-eslint/no-floating-promises',
      '@typescript-eslint/no-unused-expressions',
      'inlay/layerImports',
      'inlay/sortedImports',
      'no-console',
      'no-nested-ternary',
      'no-restricted-globals',
      'no-restricted-properties',
      'no-restricted-syntax',
      'no-warning-comments',
    ],
    'test/photoshop/canvas.ts': ['no-restricted-globals', 'no-restricted-imports'],
    'test/headless/bufferMeter.ts': ['no-restricted-imports'],
  });
}, 60_000);

/** The rules that complain of each text, were it the content of that file. In a process of its own, as ESLint is run. */
function complainingRules(texts: Readonly<Record<string, string>>): unknown {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ overrideConfigFile: 'test/architecture/eslint.config.mjs' });
    const complaints = {};
    for (const [filePath, text] of Object.entries(${JSON.stringify(texts)})) {
      const [{ messages }] = await eslint.lintText(text, { filePath });
      complaints[filePath] = [...new Set(messages.map(({ ruleId }) => ruleId))].sort();
    }
    console.log(JSON.stringify(complaints));`;
  const args = ['--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
