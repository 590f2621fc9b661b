import type { Level } from './level';

/** A first guess for the hole of a small level: the mean of the neighbors painted so far, from the rim inward. */
export function paintSmooth({ width, height, channels, guide, hole }: Level): void {
  const pending = Uint8Array.from(hole);
  const sums = new Float64Array(channels);
  for (let left = count(pending); left > 0;) {
    const ring: number[] = [];
    for (let at = 0; at < pending.length; at++) {
      if (pending[at] > 0 && meanAround(guide, pending, width, height, channels, at, sums) > 0) ring.push(at);
    }
    if (ring.length === 0) return;
    for (const at of ring) pending[at] = 0;
    left -= ring.length;
  }
}

function count(flags: Uint8Array): number {
  let sum = 0;
  for (const flag of flags) sum += flag;
  return sum;
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
  for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
    for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
      const near = j * width + i;
      if (pending[near] > 0) continue;
      found++;
      for (let c = 0; c < channels; c++) sums[c] += guide[near * channels + c];
    }
  }
  for (let c = 0; c < channels && found > 0; c++) guide[at * channels + c] = sums[c] / found + 0.5;
  return found;
}
