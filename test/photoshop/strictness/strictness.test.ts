import { rules } from '../modules/rules';
import { switchNames, switchValues } from '../modules/switches';
import { listen } from '../modules/tally';
import { domPart } from './dom';
import { imagingPuts } from './imagingPuts';
import { imagingReads } from './imagingReads';
import { modalPart } from './modal';
import { morePart } from './more';
import type { Part } from './row';
import { runtimePart } from './runtime';

const imagingPart: Part = { number: '11.2', length: 28, rows: [...imagingReads, ...imagingPuts] };
const parts = [modalPart, imagingPart, domPart, runtimePart, morePart];
const rows = parts.flatMap((part) => part.rows);

describe.each(rows)('$number: $platform', ({ breaks = [], habits = [], proofs }) => {
  let heard: ReturnType<typeof listen>;
  beforeAll(() => {
    heard = listen();
  });
  afterAll(() => {
    heard.stop();
  });

  it.each(Object.entries(proofs))('%s', async (_, prove) => {
    expect.hasAssertions();
    await prove();
  });

  it('is broken by that as it says, and met in every way', () => {
    expect([...heard.broken].sort()).toEqual([...breaks].sort());
    const values = habits.flatMap((name) => switchValues[name].map((value) => `${name}: ${value}`));
    expect(values.filter((value) => !heard.met.has(value))).toEqual([]);
  });
});

describe('the table of what the platform demands', () => {
  it.each(parts)('has every row of part $number, in order', ({ number, length, rows: own }) => {
    expect(own.map((row) => row.number)).toEqual(Array.from({ length }, (_, i) => `${number}.${String(i + 1)}`));
  });

  it('has every rule in a row', () => {
    const named = new Set(rows.flatMap(({ breaks = [] }) => breaks));
    expect([...named].sort()).toEqual(Object.keys(rules).sort());
  });

  it('has every switch in one row', () => {
    expect(rows.flatMap(({ habits = [] }) => habits).sort()).toEqual([...switchNames].sort());
  });
});
