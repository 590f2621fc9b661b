import type { Finding } from '../edit/check';
import type { Measure, Verdict } from './state';

/** The worst finding over its limit, or `Fits.` */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const [worst] = findings
    .filter(({ verdict }) => verdict === 'over')
    .sort((a, b) => b.value / b.limit - a.value / a.limit);
  if (worst === undefined) return { kind: 'fits', sentence: 'Fits. No finding is over its limit.' };
  const badge = `${worst.label} ${figure(worst)}`;
  return {
    kind: 'look',
    badge,
    sentence: `${worst.label}: ${figure(worst)} ${worst.unit}; the limit is ${String(worst.limit)}.`,
  };
}

export function measuresOf(findings: readonly Finding[]): readonly Measure[] {
  return findings.map((finding) => ({ label: finding.label, value: `${figure(finding)} ${finding.unit}`.trim() }));
}

function figure({ value }: Finding): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(2).replace(/\.?0+$/, '');
}
