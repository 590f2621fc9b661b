import type { Check, CheckInput } from '../../../../src/edit/check';
import { checks, measureAll } from '../../../../src/edit/checks';
import { changedArea } from '../../../../src/edit/checks/changedArea';
import { changesInside } from '../../../../src/edit/checks/changesInside';
import { complete } from '../../../../src/edit/checks/complete';
import { detail } from '../../../../src/edit/checks/detail';
import { framing } from '../../../../src/edit/checks/framing';
import { grain } from '../../../../src/edit/checks/grain';
import { keepsOutside } from '../../../../src/edit/checks/keepsOutside';
import { position } from '../../../../src/edit/checks/position';
import { ringColor } from '../../../../src/edit/checks/ringColor';
import { scale } from '../../../../src/edit/checks/scale';
import { seam } from '../../../../src/edit/checks/seam';
import { tint } from '../../../../src/edit/checks/tint';
import { composite } from '../../../../src/image/composite';
import type { Texture } from '../../../../src/image/texture/matchTexture';
import { runNow } from '../../../support/runNow';
import { asLight, disc, inLab, lighter, nothing, shifted, sixteen, sky, stone } from './pictures';

const replaced = (base = sky()): CheckInput => ({
  source: base,
  patch: runNow(composite(base, lighter(base, 12), disc(0))),
  mask: disc(0),
});

const unchanged = (base = sky(), mask = disc(6)): CheckInput => ({ source: base, patch: base, mask });

const tinted = (base = sky(), mask = disc(6)): CheckInput => ({ source: base, patch: lighter(base, 20), mask });

const textured = (share: Partial<Texture>): CheckInput => ({
  ...replaced(),
  texture: { sharpness: 1, detail: 1, grain: 1, ...share },
});

const found = (share: number): CheckInput => ({ ...replaced(), found: share });

const cases: readonly [string, Check, 'fits' | 'over', CheckInput][] = [
  ['a patch whose surroundings were found', framing, 'fits', found(0.7)],
  ['a patch whose surroundings were not found', framing, 'over', found(0.05)],
  ['a patch that is as before outside the mask', keepsOutside, 'fits', replaced()],
  ['a patch that is a level lighter everywhere', keepsOutside, 'over', { ...unchanged(), patch: lighter(sky(), 1) }],
  ['a patch that is new inside', changesInside, 'fits', replaced()],
  ['a patch that is as before', changesInside, 'over', unchanged()],
  [
    'a patch that is as before but for re-encoding',
    changesInside,
    'over',
    { ...unchanged(), patch: lighter(sky(), 1) },
  ],
  ['tiles that all came', complete, 'fits', { ...replaced(), missing: 0 }],
  ['tiles of which one did not come', complete, 'over', { ...replaced(), missing: 0.2 }],
  ['a patch in its place', position, 'fits', { ...replaced(), misplaced: 0.1 }],
  ['a patch that is off its place', position, 'over', { ...replaced(), misplaced: 0.8 }],
  ['a patch that came tinted a little', tint, 'fits', { ...replaced(), tint: 8 }],
  ['a patch that came in other colors', tint, 'over', { ...replaced(), tint: 30 }],
  ['a patch as sharp as around', detail, 'fits', textured({ detail: 0.95 })],
  ['a soft patch', detail, 'over', textured({ detail: 0.4 })],
  ['a patch as grainy as around', grain, 'fits', textured({ grain: 0.9 })],
  ['a smooth patch', grain, 'over', textured({ grain: 0.2 })],
  ['an instruction that changed a part', changedArea, 'fits', { ...replaced(), change: 'region' }],
  ['an instruction that changed all', changedArea, 'fits', { ...replaced(), change: 'everything' }],
  ['an instruction that changed nothing', changedArea, 'over', { ...unchanged(), change: 'nothing' }],
  ['a picture that went out at its size', scale, 'fits', { ...replaced(), scale: 1 }],
  ['a picture that went out at a third of it', scale, 'over', { ...replaced(), scale: 0.33 }],
  ['a sky under a hard mask', seam, 'fits', unchanged(sky(), disc(0))],
  ['stone under a soft mask', seam, 'fits', unchanged(stone())],
  ['a sky of another tint under a hard mask', seam, 'over', tinted(sky(), disc(0))],
  ['a sky of another tint under a soft mask', seam, 'over', tinted()],
  ['stone of another tint under a hard mask', seam, 'over', tinted(stone(), disc(0))],
  ['a sky that is shifted by a pixel', seam, 'fits', { ...unchanged(), patch: shifted(sky(), 1) }],
  ['a sky', ringColor, 'fits', unchanged()],
  ['stone', ringColor, 'fits', unchanged(stone())],
  ['a sky of another tint', ringColor, 'over', tinted()],
  ['stone of another tint', ringColor, 'over', tinted(stone())],
];

const named = cases.map(([what, check, verdict, input]) => {
  const name = `${what} ${verdict === 'fits' ? 'fits' : 'is over'}: ${check.label.toLowerCase()}`;
  return [name, check, verdict, input] as const;
});

test.each(named)('%s', (_, check, verdict, input) => {
  expect(findingOf(check, input)?.verdict).toBe(verdict);
});

test.each(named)('%s, and measures the same at 16 bit', (_, check, __, input) => {
  const deep = runNow(check.measure({ ...input, source: sixteen(input.source), patch: sixteen(input.patch) }));
  expect(deep).toBeCloseTo(runNow(check.measure(input)) ?? NaN, 1);
});

test.each(named)('%s, and measures the same where values are light', (_, check, __, input) => {
  const light = findingOf(check, { ...input, source: asLight(input.source), patch: asLight(input.patch) });
  const value = runNow(check.measure(input)) ?? NaN;
  expect(Math.abs((light?.value ?? NaN) - value)).toBeLessThan(0.02 + Math.abs(value) * 0.02);
});

test('a tint in Lab counts as much as one of its lightness', () => {
  const finding = (a: number) =>
    findingOf(ringColor, { source: inLab(sky(), 0), patch: inLab(sky(), a), mask: disc(6) });
  expect(finding(0)?.verdict).toBe('fits');
  expect(finding(4)?.verdict).toBe('over');
  const lightness = findingOf(ringColor, {
    source: inLab(sky(), 0),
    patch: inLab(lighter(sky(), 10), 0),
    mask: disc(6),
  });
  // ten levels of lightness are as far as four of a
  expect(Math.abs((finding(4)?.value ?? NaN) - (lightness?.value ?? NaN))).toBeLessThan(1.5);
});

test('a step in the shadows is seen where values are light', () => {
  const dark = (levels: number) =>
    asLight({ ...sky(), data: sky().data.map((value) => Math.round(value / 8) + levels) });
  const found = (levels: number) => findingOf(ringColor, { source: dark(0), patch: dark(levels), mask: disc(6) });
  expect(found(0)?.verdict).toBe('fits');
  expect(found(8)?.verdict).toBe('over');
});

test('the change outside and the color step are told in 8-bit levels', () => {
  expect(runNow(keepsOutside.measure({ ...unchanged(), patch: lighter(sky(), 7) }))).toBe(7);
  expect(runNow(ringColor.measure(tinted()))).toBeGreaterThan(15);
  expect(runNow(ringColor.measure(tinted()))).toBeLessThan(21);
});

test('without an edge there is no seam and no color step, and without a mask no change inside it', () => {
  const findings = runNow(measureAll(unchanged(sky(), nothing())));
  expect(findings.map(({ check }) => check)).toEqual(['keepsOutside']);
});

test('every check has its own id and a reason', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  expect(checks.every(({ why }) => why.endsWith('.'))).toBe(true);
});

function findingOf(check: Check, input: CheckInput) {
  return runNow(measureAll(input)).find((finding) => finding.check === check.id);
}
