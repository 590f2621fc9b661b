import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from './rules';
import { switchValues } from './switches';

const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('completeness'))
  .map((name) => readFileSync(join(__dirname, name), 'utf8'))
  .join('\n');

describe('the tests of the modules', () => {
  it.each(Object.keys(rules))('break the rule %s', (rule) => {
    expect(tests).toContain(`'${rule}'`);
  });

  it.each(Object.keys(switchValues))('turn the switch %s', (name) => {
    expect(tests).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
