import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../modules/rules';
import { switchValues } from '../modules/switches';
import { tally } from '../modules/tally';

/** Leaves what a file of tests has put to the test for the reporter beside this, which adds up the files. */
afterAll(() => {
  const folder = process.env['STAND_IN_TALLY'];
  if (folder === undefined || tally.tested.size + tally.met.size === 0) return;
  const values = Object.entries(switchValues).flatMap(([name, all]) => all.map((value) => `${name}: ${value}`));
  const content = {
    rules: Object.keys(rules),
    tested: [...tally.tested],
    broken: [...tally.broken],
    values,
    met: [...tally.met],
  };
  const name = `${process.pid}-${Math.random().toString(36).slice(2)}.json`;
  writeFileSync(join(folder, name), JSON.stringify(content));
});
