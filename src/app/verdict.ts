import type { CheckUnit, Finding } from '../edit/check';
import type { Measure, Verdict } from './state';

/** `Fits.`, or the finding that is furthest over its limit. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const over = findings.filter(({ verdict }) => verdict === 'over');
  const [worst] = over.sort((a, b) => excess(b) - excess(a));
  if (worst === undefined) return { kind: 'fits', sentence: 'Fits. No finding is over its limit.' };
  const { label, value, limit, unit } = worst;
  return {
    kind: 'look',
    badge: `${label} ${figure(value)}`,
    sentence: `${label}: ${withUnit(value, unit)}; the limit is ${withUnit(limit, unit)}.`,
  };
}

export function measuresOf(findings: readonly Finding[]): readonly Measure[] {
  return findings.map(({ label, value, unit }) => ({ label, value: withUnit(value, unit) }));
}

/** How far a value is from its limit, as a factor; a limit of 0 counts as the first step beyond it. */
function excess({ value, limit }: Finding): number {
  const [low, high] = [Math.min(value, limit), Math.max(value, limit)];
  return high / Math.max(low, 1e-3);
}

function withUnit(value: number, unit: CheckUnit): string {
  return unit === '×' ? `${figure(value)}×` : `${figure(value)} ${unit}`;
}

function figure(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}
