import type { CheckUnit, Finding } from '../edit/check';
import { checks } from '../edit/checks';
import type { Measure, Verdict } from './state';

/** What is said of findings. Figures come ready to be read, with their unit. */
export interface VerdictWords {
  readonly nothingMeasured: string;
  readonly fits: (sentence: string) => string;
  readonly look: (sentence: string) => string;
  readonly labels: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<CheckUnit, string>>;
  /** What separates whole numbers from their parts. */
  readonly point: '.' | ',';
  /** What is seen where it is as it should be, by the check's id: no capital, no full stop. */
  readonly fine: Readonly<Record<string, (seen: Seen) => string>>;
  /** The same where it is not. */
  readonly poor: Readonly<Record<string, (seen: Seen) => string>>;
}

export interface Seen {
  readonly value: number;
  readonly most: number;
  /** With its unit. */
  readonly figure: string;
  readonly limit: string;
}

/** In English; the labels are those of the checks. */
export const verdictWords: VerdictWords = {
  nothingMeasured: 'Fits. There was nothing to measure.',
  fits: (sentence) => `Fits: ${sentence}.`,
  look: (sentence) => `Look at it: ${sentence}.`,
  labels: Object.fromEntries(checks.map(({ id, label }) => [id, label])),
  units: { levels: ' levels', percent: ' %', ratio: '×', pixels: ' px' },
  point: '.',
  fine: {
    seam: ({ value }) =>
      isHarder(value)
        ? `the edge is ${harderBy(value)} % harder than its surroundings, too little to be seen`
        : 'the edge is no harder than its surroundings',
    ringColor: ({ figure }) => `the color steps by ${figure} at the edge, too little to be seen`,
    framing: ({ figure }) => `${figure} of what was to stay lies where it belongs`,
    changesInside: ({ figure }) => `${figure} of what is masked changed`,
    keepsOutside: ({ figure }) => `the picture behind the mask differs by no more than ${figure} where it is hidden`,
    position: ({ figure }) => `what was to stay lies within ${figure} of its place`,
    changedArea: ({ figure }) => `${figure} of the picture changed`,
    tint: ({ figure }) => `the model tinted the picture by ${figure}, which is taken back`,
    detail: ({ figure }) => `it has ${figure} the detail of what was sent`,
    grain: ({ figure }) => `it has ${figure} the grain of what lies around`,
    scale: ({ figure }) => `the model saw the picture at ${figure} its size`,
  },
  poor: {
    seam: ({ value, most }) =>
      `the edge is ${harderBy(value)} % harder than its surroundings; more than ${harderBy(most)} % can be seen`,
    ringColor: ({ figure, limit }) => `the color steps by ${figure} at the edge; more than ${limit} can be seen`,
    framing: ({ figure }) =>
      `only ${figure} of what was to stay lies where it belongs: the model framed the picture anew`,
    changesInside: ({ figure, limit }) => `${figure} of what is masked changed; at least ${limit} should`,
    keepsOutside: ({ figure }) => `the picture behind the mask differs by up to ${figure} where it is hidden`,
    position: ({ figure, limit }) => `what was to stay lies ${figure} off its place; more than ${limit} can be seen`,
    changedArea: () => 'the model changed nothing',
    tint: ({ figure }) => `the model tinted the picture by ${figure}, too much to be taken back without loss`,
    detail: ({ figure }) => `it is soft: it has ${figure} the detail of what was sent`,
    grain: ({ figure }) => `it is smooth: it has ${figure} the grain of what lies around`,
    scale: ({ figure }) => `the model saw the picture at ${figure} its size, so it is soft`,
  },
};

/** By so little nobody would say so. */
export function isHarder(ratio: number): boolean {
  return ratio > 1.005;
}

/** A ratio as a share more, in percent. */
export function harderBy(ratio: number): string {
  return String(Math.round((ratio - 1) * 100));
}

let words = verdictWords;

/** From now on findings are told in this language. */
export function judgeIn(language: VerdictWords): void {
  words = language;
}

/** The finding that is closest to its limit, or furthest over it, in one sentence. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const [worst] = [...findings].sort((a, b) => strain(b) - strain(a));
  if (worst === undefined) return { kind: 'fits', sentence: words.nothingMeasured };
  const sentence = sentenceOf(worst);
  return worst.verdict === 'fits'
    ? { kind: 'fits', sentence: words.fits(sentence) }
    : { kind: 'look', badge: labelOf(worst), sentence: words.look(sentence) };
}

export function measuresOf(findings: readonly Finding[]): readonly Measure[] {
  return findings.map((finding) => ({ label: labelOf(finding), value: withUnit(finding.value, finding.unit) }));
}

function labelOf({ check }: Finding): string {
  return words.labels[check] ?? check;
}

/** 0 is perfect, 1 at the limit, more beyond it. */
function strain({ value, limit }: Finding): number {
  const share = limit.kind === 'at-most' ? ratio(value, limit.value) : ratio(limit.value, value);
  return Math.min(share, 1000);
}

function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}

function sentenceOf(finding: Finding): string {
  const { check, value, unit, limit, verdict } = finding;
  const figure = withUnit(value, unit);
  const seen = { value, most: limit.value, figure, limit: withUnit(limit.value, unit) };
  return words[verdict === 'fits' ? 'fine' : 'poor'][check]?.(seen) ?? `${labelOf(finding)}: ${figure}`;
}

function withUnit(value: number, unit: CheckUnit): string {
  return `${figureOf(value)}${words.units[unit]}`;
}

function figureOf(value: number): string {
  const figure = value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
  return figure.replace('.', words.point);
}
