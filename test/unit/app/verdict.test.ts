import { measuresOf, verdictOf, verdictWords } from '../../../src/app/verdict';
import type { Finding } from '../../../src/edit/check';
import { judge } from '../../../src/edit/check';
import { checks } from '../../../src/edit/checks';
import { verdict } from '../../../src/languages/german/verdict';

function findings(values: Readonly<Record<string, number>>): Finding[] {
  return checks.flatMap((check) => {
    const value = values[check.id];
    return value === undefined ? [] : [judge(check, value)];
  });
}

const good = { keepsOutside: 0, changesInside: 96, seam: 1.04, ringColor: 0.4 };

test.each([
  [good, 'Fits: the edge is 4 % harder than its surroundings, too little to be seen.'],
  [{ seam: 0.9 }, 'Fits: the edge is no harder than its surroundings.'],
  [{ ringColor: 0.4 }, 'Fits: the color steps by 0.4 levels at the edge, too little to be seen.'],
  [{ framing: 97 }, 'Fits: 97 % of what was to stay lies where it belongs.'],
  [{ changesInside: 96 }, 'Fits: 96 % of what is masked changed.'],
  [{ keepsOutside: 0 }, 'Fits: the picture behind the mask differs by no more than 0 levels where it is hidden.'],
])('a result that fits says plainly what comes closest to being seen: %j', (values, sentence) => {
  expect(verdictOf(findings(values))).toEqual({ kind: 'fits', sentence });
});

test.each([
  [{ ...good, seam: 1.42 }, 'Edge', /the edge is 42 % harder than its surroundings; more than 15 % can be seen/],
  [{ ...good, ringColor: 6.2 }, 'Color', /the color steps by 6.2 levels/],
  [{ ...good, changesInside: 0 }, 'Changed', /0 % of what is masked changed/],
  [{ ...good, framing: 4 }, 'Framing', /only 4 % of what was to stay lies where it belongs/],
  [{ ...good, keepsOutside: 3 }, 'Outside', /differs by up to 3 levels/],
])('a result that does not fit says what is seen: %j', (values, badge, sentence) => {
  const told = verdictOf(findings(values));
  expect(told).toMatchObject({ kind: 'look', badge });
  expect(told.sentence).toMatch(sentence);
});

test('a badge is short enough for a small picture, in every language', () => {
  for (const language of [verdictWords, verdict]) {
    for (const label of Object.values(language.labels)) expect(label.length).toBeLessThanOrEqual(10);
  }
});

test('the measures are short enough for four in a row', () => {
  for (const { label, value } of measuresOf(findings(good))) expect(`${label}${value}`.length).toBeLessThan(20);
});
