import type { CheckUnit, Finding } from '../edit/check';
import { checks } from '../edit/checks';
import type { Measure, Verdict } from './state';

/** The finding that is closest to its limit, or furthest over it, in one sentence. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const [worst] = [...findings].sort((a, b) => strain(b) - strain(a));
  if (worst === undefined) return { kind: 'fits', sentence: 'Fits. There was nothing to measure.' };
  const sentence = `${sentenceOf(worst)}.`;
  return worst.verdict === 'fits'
    ? { kind: 'fits', sentence: `Fits. Worst finding: ${sentence}` }
    : { kind: 'look', badge: `${labelOf(worst)} ${figure(worst.value)}`, sentence: `Look at it: ${sentence}` };
}

export function measuresOf(findings: readonly Finding[]): readonly Measure[] {
  return findings.map((finding) => ({ label: labelOf(finding), value: withUnit(finding.value, finding.unit) }));
}

function labelOf({ check }: Finding): string {
  return checks.find(({ id }) => id === check)?.label ?? check;
}

/** 0 is perfect, 1 at the limit, more beyond it. */
function strain({ value, limit }: Finding): number {
  const share = limit.kind === 'at-most' ? ratio(value, limit.value) : ratio(limit.value, value);
  return Math.min(share, 1000);
}

function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}

/** What is seen, the figure, and the limit. */
function sentenceOf({ check, value, unit, limit }: Finding): string {
  switch (check) {
    case 'seam': {
      const harder = Math.round((value - 1) * 100);
      const edge = harder > 0 ? `${String(harder)} % harder than` : 'no harder than';
      return `the edge is ${edge} its surroundings; up to ${String(Math.round((limit.value - 1) * 100))} % cannot be seen`;
    }
    case 'ringColor':
      return `the color steps by ${withUnit(value, unit)} at the edge; up to ${figure(limit.value)} cannot be seen`;
    case 'changesInside':
      return `${withUnit(value, unit)} of what is masked changed; at least ${withUnit(limit.value, unit)} should`;
    case 'keepsOutside':
      return `the picture behind the mask differs by up to ${withUnit(value, unit)} where it is hidden`;
    default:
      return `${labelOf({ check, value, unit, limit, verdict: 'fits' }).toLowerCase()} is ${withUnit(value, unit)}`;
  }
}

const units: Record<CheckUnit, string> = { levels: ' levels', percent: ' %', ratio: '×' };

function withUnit(value: number, unit: CheckUnit): string {
  return `${figure(value)}${units[unit]}`;
}

function figure(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}
