import type { Sliced } from '../../base/slices';
import type { Found } from './findPatch';
import type { Mapping } from './mapping';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, hypot, max, min } = Math;

/** What most windows agree on. */
export interface Agreement {
  readonly mapping: Mapping;
  /** Those that follow it. */
  readonly followers: readonly Found[];
}

/** Scales beyond this are another framing. */
const [smallest, largest] = [0.85, 1.18];

/**
 * The even scale and shift that most windows follow to within `tolerance` pixels, each counting by its likeness, then
 * fitted to them. Every pair of windows that lie apart proposes one: no chance is involved. (After Fischler and Bolles,
 * Random sample consensus, 1981.)
 */
export function* agreementOf(found: readonly Found[], tolerance: number, span: number): Sliced<Agreement | undefined> {
  let best: Mapping | undefined;
  let most = 0;
  for (let i = 0; i < found.length; i++) {
    for (let k = i + 1; k < found.length; k++) {
      const proposed = throughBoth(found[i], found[k], span / 5);
      if (!proposed) continue;
      const votes = votesFor(proposed, found, tolerance);
      if (votes <= most) continue;
      most = votes;
      best = proposed;
    }
    if (i % 16 === 0) yield;
  }
  return best && fitted(best, found, tolerance);
}

function throughBoth(a: Found, b: Found, apart: number): Mapping | undefined {
  const [dx, dy] = [b.patch.x - a.patch.x, b.patch.y - a.patch.y];
  const squared = dx * dx + dy * dy;
  if (squared < apart * apart) return undefined;
  const scale = ((b.x - a.x) * dx + (b.y - a.y) * dy) / squared;
  if (scale < smallest || scale > largest) return undefined;
  const shiftX = (a.x + b.x - scale * (a.patch.x + b.patch.x)) / 2;
  const shiftY = (a.y + b.y - scale * (a.patch.y + b.patch.y)) / 2;
  return { scaleX: scale, scaleY: scale, shiftX, shiftY };
}

function votesFor({ scaleX, scaleY, shiftX, shiftY }: Mapping, found: readonly Found[], tolerance: number): number {
  let votes = 0;
  for (const { patch, x, y, likeness } of found) {
    if (abs(scaleX * patch.x + shiftX - x) > tolerance) continue;
    if (abs(scaleY * patch.y + shiftY - y) > tolerance) continue;
    votes += likeness;
  }
  return votes;
}

/** Near a mapping that is nearly right: weighted least squares over those that follow, the far ones counting less (Tukey's biweight), some rounds. */
export function fitted(start: Mapping, found: readonly Found[], tolerance: number): Agreement {
  let mapping = start;
  for (let round = 0; round < 5; round++) {
    const reachOfRound = round === 0 ? tolerance * 1.5 : max(0.15, 4 * spreadOf(mapping, found, tolerance));
    mapping = solve(mapping, found, min(tolerance * 1.5, reachOfRound));
  }
  return { mapping, followers: found.filter((one) => distance(mapping, one) <= tolerance) };
}

/** How far off a window lies. */
export function distance({ scaleX, scaleY, shiftX, shiftY }: Mapping, { patch, x, y }: Found): number {
  return hypot(scaleX * patch.x + shiftX - x, scaleY * patch.y + shiftY - y);
}

/** The median distance of those within the tolerance. */
function spreadOf(mapping: Mapping, found: readonly Found[], tolerance: number): number {
  const distances = found.map((one) => distance(mapping, one)).filter((off) => off <= tolerance);
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? tolerance;
}

/** A tenth of a pixel that a window may be off, against three thousandths of a scale that differs between the axes. */
const evenness = (0.1 / 0.003) ** 2;
/** The same against a scale that is not 1 by three hundredths. */
const trueness = (0.1 / 0.03) ** 2;

function solve(mapping: Mapping, found: readonly Found[], width: number): Mapping {
  let [sum, sumX, sumY, sumXX, sumYY] = [0, 0, 0, 0, 0];
  let [toX, toY, toXX, toYY] = [0, 0, 0, 0];
  for (const one of found) {
    const off = distance(mapping, one) / width;
    if (off >= 1) continue;
    const weight = (1 - off * off) ** 2 * one.likeness;
    const { patch, x, y } = one;
    sum += weight;
    sumX += weight * patch.x;
    sumY += weight * patch.y;
    sumXX += weight * patch.x * patch.x;
    sumYY += weight * patch.y * patch.y;
    toX += weight * x;
    toY += weight * y;
    toXX += weight * x * patch.x;
    toYY += weight * y * patch.y;
  }
  if (sum === 0) return mapping;
  // with the shifts taken out, two scales remain, which like to be one
  const [xx, yy] = [sumXX - (sumX * sumX) / sum, sumYY - (sumY * sumY) / sum];
  const [rightX, rightY] = [toXX - (toX * sumX) / sum + trueness, toYY - (toY * sumY) / sum + trueness];
  const [a, d] = [xx + evenness + trueness, yy + evenness + trueness];
  const determinant = a * d - evenness * evenness;
  const scaleX = (rightX * d + rightY * evenness) / determinant;
  const scaleY = (rightY * a + rightX * evenness) / determinant;
  return { scaleX, scaleY, shiftX: (toX - scaleX * sumX) / sum, shiftY: (toY - scaleY * sumY) / sum };
}
