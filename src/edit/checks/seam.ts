import type { Sliced } from '../../base/slices';
import { composite } from '../../image/composite';
import type { Mask } from '../../image/mask';
import { fullScaleOf, type Raster } from '../../image/raster';
import type { Check, CheckInput } from '../check';
import { findCrossings, type Crossing } from './crossings';

/**
 * How steep the result is across the mask's edge, as against the pixels just outside and just inside of it. Inside the
 * transition every step counts by how much the mask changes there.
 */
export const seam: Check = {
  id: 'seam',
  label: 'Edge',
  unit: 'ratio',
  limit: { kind: 'at-most', value: 1.15 },
  why: 'Models return a picture that is shifted or tinted, and an edge shows where it meets the source.',
  measure,
};

/** Pixels on either side that the edge is held against. */
const room = 8;

/** Added on both sides of the ratio, in levels: below that nobody sees a step, however flat the surroundings are. */
const unseen = 1;

function* measure({ source, patch, mask }: CheckInput): Sliced<number | undefined> {
  const crossings = yield* findCrossings(mask, room);
  if (crossings.length === 0) return undefined;
  const seen = yield* composite(source, patch, mask);
  let [across, around] = [0, 0];
  for (const [i, crossing] of crossings.entries()) {
    across += steepnessAcross(seen, mask, crossing);
    around += steepnessAround(seen, crossing);
    if (i % crossingsPerPiece === crossingsPerPiece - 1) yield;
  }
  const level = fullScaleOf(seen.data) / 255;
  return (across / crossings.length / level + unseen) / (around / crossings.length / level + unseen);
}

/** About 2 ms. */
const crossingsPerPiece = 5000;

function steepnessAcross(seen: Raster, mask: Mask, { outer, step, length }: Crossing): number {
  let sum = 0;
  for (let i = 0, at = outer; i < length; i++, at += step) {
    sum += Math.abs(mask.data[at + step] - mask.data[at]) * stepBetween(seen, at, at + step);
  }
  let weight = 0;
  for (let i = 0, at = outer; i < length; i++, at += step) weight += Math.abs(mask.data[at + step] - mask.data[at]);
  return sum / weight;
}

function steepnessAround(seen: Raster, { outer, step, length, outside, inside }: Crossing): number {
  const inner = outer + length * step;
  return (meanSteepness(seen, outer, -step, outside - 1) + meanSteepness(seen, inner, step, inside - 1)) / 2;
}

function meanSteepness(seen: Raster, from: number, step: number, steps: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < steps; i++, at += step) sum += stepBetween(seen, at, at + step);
  return sum / steps;
}

/** The mean difference of two pixels over their color channels. */
function stepBetween({ data, channels }: Raster, a: number, b: number): number {
  const colors = channels - 1 + (channels % 2);
  let sum = 0;
  for (let channel = 0; channel < colors; channel++) {
    sum += Math.abs(data[a * channels + channel] - data[b * channels + channel]);
  }
  return sum / colors;
}
