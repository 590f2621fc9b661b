import type { CheckUnit, Finding } from '../edit/check';
import { checks } from '../edit/checks';
import type { Measure, Verdict } from './state';

/** `Fits.`, or the finding that is furthest over its limit. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const over = findings.filter(({ verdict }) => verdict === 'over');
  const [worst] = over.sort((a, b) => excess(b) - excess(a));
  if (worst === undefined) return { kind: 'fits', sentence: 'Fits. No finding is over its limit.' };
  const { kind, value } = worst.limit;
  const fits = `${kind === 'at-most' ? 'at most' : 'at least'} ${withUnit(value, worst.unit)} fits`;
  const label = labelOf(worst);
  return {
    kind: 'look',
    badge: `${label} ${figure(worst.value)}`,
    sentence: `${label}: ${withUnit(worst.value, worst.unit)}; ${fits}.`,
  };
}

export function measuresOf(findings: readonly Finding[]): readonly Measure[] {
  return findings.map((finding) => ({ label: labelOf(finding), value: withUnit(finding.value, finding.unit) }));
}

function labelOf({ check }: Finding): string {
  return checks.find(({ id }) => id === check)?.label ?? check;
}

/** How far a value is from its limit, as a factor; nothing is further than a hundred times. */
function excess({ value, limit }: Finding): number {
  const [low, high] = [Math.min(value, limit.value), Math.max(value, limit.value)];
  return Math.min(100, high / Math.max(low, 1e-9));
}

const units: Record<CheckUnit, string> = { levels: ' levels', percent: ' %', ratio: '×' };

function withUnit(value: number, unit: CheckUnit): string {
  return `${figure(value)}${units[unit]}`;
}

function figure(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}
