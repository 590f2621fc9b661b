import { measuresOf, verdictOf } from '../../../src/app/verdict';
import type { Finding } from '../../../src/edit/check';
import { judge } from '../../../src/edit/check';
import { checks } from '../../../src/edit/checks';

function findings(values: Readonly<Record<string, number>>): Finding[] {
  return checks.flatMap((check) => {
    const value = values[check.id];
    return value === undefined ? [] : [judge(check, value)];
  });
}

const good = { keepsOutside: 0, changesInside: 96, seam: 1.04, ringColor: 0.4 };

test('a result that fits names its worst finding all the same', () => {
  expect(verdictOf(findings(good))).toEqual({
    kind: 'fits',
    sentence: 'Fits. Worst finding: the edge is 4 % harder than its surroundings; up to 15 % cannot be seen.',
  });
});

test.each([
  [{ ...good, seam: 1.42 }, 'Edge 1.42', /the edge is 42 % harder/],
  [{ ...good, ringColor: 6.2 }, 'Color 6.2', /the color steps by 6.2 levels/],
  [{ ...good, changesInside: 0 }, 'Changed 0', /0 % of what is masked changed/],
  [{ ...good, framing: 4 }, 'Framing 4', /only 4 % of what was to stay lies where it belongs/],
  [{ ...good, keepsOutside: 3 }, 'Outside 3', /differs by up to 3 levels/],
])('a result that does not fit says what is seen: %j', (values, badge, sentence) => {
  const verdict = verdictOf(findings(values));
  expect(verdict).toMatchObject({ kind: 'look', badge });
  expect(verdict.sentence).toMatch(sentence);
});

test('the measures are short enough for four in a row', () => {
  for (const { label, value } of measuresOf(findings(good))) expect(`${label}${value}`.length).toBeLessThan(20);
});
