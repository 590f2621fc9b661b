import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../modules/rules';
import { switchValues } from '../modules/switches';
import { domRows } from './dom';
import { imagingRows } from './imaging';
import { modalRows } from './modal';
import { runtimeRows } from './runtime';

const rows = [...modalRows, ...imagingRows, ...domRows, ...runtimeRows];

function sourceOf(file: string): string {
  const path = [join(__dirname, '..', file), join(__dirname, '../..', file)].find((one) => existsSync(one));
  if (path === undefined) throw new Error(`There is no ${file}`);
  return readFileSync(path, 'utf8');
}

describe('the table of what the platform demands', () => {
  it.each(rows)('names tests that are there: $platform', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const [file, name] of tests) expect(sourceOf(file)).toContain(name);
  });

  it('has every rule in a row', () => {
    const named = new Set(rows.flatMap(({ rules: own = [] }) => own));
    expect([...named].sort()).toEqual(Object.keys(rules).sort());
  });

  it('has every switch in a row', () => {
    const named = new Set(rows.flatMap(({ switches: own = [] }) => own));
    expect([...named].sort()).toEqual(Object.keys(switchValues).sort());
  });

  it('has rows whose tests break their rules, all in files that name them', () => {
    for (const { platform, rules: own = [], tests } of rows) {
      const sources = tests.map(([file]) => sourceOf(file)).join('\n');
      for (const rule of own) {
        if (!sources.includes(`'${rule}'`)) throw new Error(`No test of "${platform}" breaks ${rule}`);
      }
    }
  });
});
