import type { Sliced } from '../../base/slices';
import { composite } from '../../image/composite';
import { fullScaleOf, type Raster } from '../../image/raster';
import type { Check, CheckInput } from '../check';
import { findCrossings, type Crossing } from './crossings';

/**
 * How far the color jumps, on the mean of the whole edge, from just outside to just inside, beyond what the surroundings
 * vary over the same distance: a sky that gets darker toward the edge may go on doing so across it.
 */
export const ringColor: Check = {
  id: 'ringColor',
  label: 'Color',
  unit: 'levels',
  limit: { kind: 'at-most', value: 3 },
  why: 'Models tint what they return, so that the patch stands out as a whole though its edge is soft.',
  measure,
};

/** Pixels that make up a band. */
const band = 4;

/** Pixels on either side that are looked at. */
const room = 40;

function* measure({ source, patch, mask }: CheckInput): Sliced<number | undefined> {
  const crossings = (yield* findCrossings(mask, room)).filter(
    ({ outside, inside }) => Math.min(outside, inside) >= band,
  );
  if (crossings.length === 0) return undefined;
  const seen = yield* composite(source, patch, mask);
  const colors = seen.channels - 1 + (seen.channels % 2);
  let squares = 0;
  for (let channel = 0; channel < colors; channel++) {
    const steps = { across: 0, outside: 0, inside: 0, squares: 0 };
    for (const [i, crossing] of crossings.entries()) {
      addSteps(steps, seen, channel, crossing);
      if (i % crossingsPerPiece === crossingsPerPiece - 1) yield;
    }
    squares += unexplained(steps, crossings.length) ** 2;
  }
  return (Math.sqrt(squares / colors) * 255) / fullScaleOf(seen.data);
}

/** About 2 ms. */
const crossingsPerPiece = 15_000;

/** Sums of steps inward, from one band to the next. */
interface Steps {
  across: number;
  outside: number;
  inside: number;
  /** Of those on either side. */
  squares: number;
}

/**
 * The step across the edge, and those on either side of it over the same distance, as far as there is room:
 *
 *     | far |     | near |  transition  | near |     | far |
 *        '--outside--'  '----across----'  '---inside---'
 */
function addSteps(
  steps: Steps,
  seen: Raster,
  channel: number,
  { outer, step, length, outside, inside }: Crossing,
): void {
  const inner = outer + length * step;
  const distance = band - 1 + length;
  const nearOutside = meanFrom(seen, channel, outer, -step);
  const nearInside = meanFrom(seen, channel, inner, step);
  const farOutside = meanFrom(seen, channel, outer - Math.min(distance, outside - band) * step, -step);
  const farInside = meanFrom(seen, channel, inner + Math.min(distance, inside - band) * step, step);
  steps.across += nearInside - nearOutside;
  steps.outside += nearOutside - farOutside;
  steps.inside += farInside - nearInside;
  steps.squares += (nearOutside - farOutside) ** 2 + (farInside - nearInside) ** 2;
}

/** So many crossings side by side see about the same; only one of them counts. */
const alike = 8;

/**
 * How far the mean step across lies beyond those on either side and beyond none at all, less what is chance where steps
 * vary so much (two standard errors).
 */
function unexplained({ across, outside, inside, squares }: Steps, count: number): number {
  const least = Math.min(0, outside, inside) / count;
  const most = Math.max(0, outside, inside) / count;
  const beyond = Math.max(across / count - most, least - across / count);
  const chance = Math.sqrt((squares / (2 * count)) * (alike / count));
  return Math.max(0, beyond - 2 * chance);
}

function meanFrom({ data, channels }: Raster, channel: number, from: number, step: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < band; i++, at += step) sum += data[at * channels + channel];
  return sum / band;
}
