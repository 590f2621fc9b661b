import type { Sliced } from '../base/slices';
import type { Level } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** A first guess for the hole: the mean of the neighbors painted so far, ring by ring from the rim inward. */
export function* paintSmooth(level: Level): Sliced<void> {
  const { width, height, channels, guide, hole } = level;
  const pending = Uint8Array.from(hole);
  const sums = new Float64Array(channels);
  let open = listHole(hole);
  for (let left = open.length; left > 0; left = open.length) {
    let painted = 0;
    let kept = 0;
    const ring = new Int32Array(left);
    for (let i = 0; i < left; i++) {
      const at = open[i];
      if (meanAround(guide, pending, width, height, channels, at, sums) > 0) ring[painted++] = at;
      else open[kept++] = at;
      if (i % 10_000 === 9999) yield undefined;
    }
    for (let i = 0; i < painted; i++) pending[ring[i]] = 0;
    if (painted === 0) return;
    open = open.subarray(0, kept);
    yield undefined;
  }
}

function listHole(hole: Uint8Array): Int32Array {
  let count = 0;
  for (let at = 0; at < hole.length; at++) count += hole[at];
  const list = new Int32Array(count);
  let next = 0;
  for (let at = 0; at < hole.length; at++) if (hole[at] > 0) list[next++] = at;
  return list;
}

/** Paints the mean of the neighbors that are not pending; the result is how many there are. */
function meanAround(
  guide: Uint8Array,
  pending: Uint8Array,
  width: number,
  height: number,
  channels: number,
  at: number,
  sums: Float64Array,
): number {
  const x = at % width;
  const y = (at - x) / width;
  let found = 0;
  sums.fill(0);
  for (let j = max(0, y - 1); j <= min(height - 1, y + 1); j++) {
    for (let i = max(0, x - 1); i <= min(width - 1, x + 1); i++) {
      const near = j * width + i;
      if (pending[near] > 0) continue;
      found++;
      for (let c = 0; c < channels; c++) sums[c] += guide[near * channels + c];
    }
  }
  for (let c = 0; c < channels && found > 0; c++) guide[at * channels + c] = sums[c] / found + 0.5;
  return found;
}
