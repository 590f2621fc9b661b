import { inPieces } from '../base/pieces';
import type { Random } from '../base/random';
import type { Sliced } from '../base/slices';
import type { Field } from './field';
import type { Level } from './level';
import { patchDistance } from './patchDistance';

/** More than any two patches differ. */
const unlimited = 0x7fffffff;
/** How many patches are searched in one piece of work. */
const patchesPerPiece = 800;

/**
 * Betters the match of every patch whose pixels changed: what its neighbors found, shifted, and random tries around its
 * own match in a radius that halves from `reach` pixels. One sweep down and one up (Barnes, Shechtman, Finkelstein,
 * Goldman: PatchMatch, SIGGRAPH 2009).
 */
export function* search(level: Level, field: Field, reach: number, random: Random): Sliced<void> {
  const count = field.targets.length;
  yield* inPieces(count, patchesPerPiece * 2, (from, to) => compareAnew(level, field, from, to));
  yield* inPieces(count, patchesPerPiece, (from, to) => {
    for (let t = from; t < to; t++) if (field.stale[t] > 0) searchOne(level, field, t, 1, reach, random);
  });
  yield* inPieces(count, patchesPerPiece, (from, to) => {
    for (let i = from; i < to; i++) {
      const t = count - 1 - i;
      if (field.stale[t] > 0) searchOne(level, field, t, -1, reach, random);
    }
  });
}

/** The distance of each stale patch to the match that it has. */
function compareAnew(level: Level, field: Field, from: number, to: number): void {
  const { width, channels, guide } = level;
  const { radius, targets, source, distance, stale } = field;
  const side = 2 * radius + 1;
  const corner = radius * width + radius;
  for (let t = from; t < to; t++) {
    if (stale[t] === 0) continue;
    const a = (targets[t] - corner) * channels;
    const b = (source[t] - corner) * channels;
    distance[t] = patchDistance(guide, a, b, width * channels, side * channels, side, unlimited);
  }
}

function searchOne(level: Level, field: Field, t: number, step: number, reach: number, random: Random): void {
  const { width, height, channels, guide } = level;
  const { radius, targets, source, distance, slot, usable } = field;
  const side = 2 * radius + 1;
  const corner = radius * width + radius;
  const at = targets[t];
  const a = (at - corner) * channels;
  let best = distance[t];
  let found = source[t];
  // what the neighbors found
  for (let axis = 0; axis < 2; axis++) {
    const shift = axis === 0 ? step : step * width;
    const neighbor = slot[at - shift];
    if (neighbor === undefined || neighbor < 0) continue;
    const candidate = source[neighbor] + shift;
    if (candidate === found || !(usable[candidate] > 0)) continue;
    const b = (candidate - corner) * channels;
    const d = patchDistance(guide, a, b, width * channels, side * channels, side, best);
    if (d < best) {
      best = d;
      found = candidate;
    }
  }
  // random tries, ever nearer
  for (let radiusNow = reach; radiusNow >= 1; radiusNow >>= 1) {
    if (best === 0) break;
    const foundX = found % width;
    const foundY = (found - foundX) / width;
    const x = foundX + random.below(2 * radiusNow + 1) - radiusNow;
    const y = foundY + random.below(2 * radiusNow + 1) - radiusNow;
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const candidate = y * width + x;
    if (usable[candidate] === 0) continue;
    const b = (candidate - corner) * channels;
    const d = patchDistance(guide, a, b, width * channels, side * channels, side, best);
    if (d < best) {
      best = d;
      found = candidate;
    }
  }
  distance[t] = best;
  source[t] = found;
}
