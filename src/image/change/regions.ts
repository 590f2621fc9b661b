import type { Sliced } from '../../base/slices';
import type { Mask } from '../mask';
import type { Evidence } from './evidence';

/** Pixels in one piece of work. */
const perPiece = 120_000;
/** What is certain, and what is enough beside it. */
const [certain, enough] = [1, 0.5];
/** Of a region so much must be certain. */
const leastCertain = 0.06;

/**
 * 1 where something changed: what is certain, and all that hangs together with it and is at least likely (Canny, A
 * computational approach to edge detection, 1986: hysteresis). Regions of fewer than `least` pixels, and those that are
 * hardly certain anywhere, are left out.
 */
export function* regionsIn({ width, height, data }: Evidence, least: number): Sliced<Uint8Array> {
  const changed = new Uint8Array(data.length);
  const seen = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) if (data[i] < enough) seen[i] = 1;
  const stack = new Int32Array(data.length);
  let steps = 0;
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || data[start] < certain) continue;
    const count = flood(stack, seen, start, width, height);
    let sure = 0;
    for (let i = 0; i < count; i++) if (data[stack[i]] >= certain) sure++;
    if (count >= least && sure >= leastCertain * count) for (let i = 0; i < count; i++) changed[stack[i]] = 1;
    steps += count * 4;
    if (steps < perPiece) continue;
    steps = 0;
    yield start / data.length;
  }
  return changed;
}

/** Sets what is 0 and smaller than `most` pixels, or shut in by a region of twice its size. */
export function* fillHoles(changed: Mask['data'], width: number, height: number, most: number): Sliced<void> {
  let total = 0;
  for (let i = 0; i < changed.length; i++) total += changed[i];
  const seen = Uint8Array.from(changed);
  const stack = new Int32Array(changed.length);
  let steps = 0;
  for (let start = 0; start < changed.length; start++) {
    if (seen[start]) continue;
    const count = flood(stack, seen, start, width, height);
    const isShut = !touchesSide(stack, count, width, height);
    if (isShut && (count < most || count * 2 < total)) for (let i = 0; i < count; i++) changed[stack[i]] = 1;
    steps += count * 4;
    if (steps < perPiece) continue;
    steps = 0;
    yield start / changed.length;
  }
}

/** All that is not seen and hangs together with a start; how many stand on the stack afterwards, all of them seen. */
function flood(stack: Int32Array, seen: Uint8Array, start: number, width: number, height: number): number {
  let count = 1;
  stack[0] = start;
  seen[start] = 1;
  const lastRow = width * (height - 1);
  for (let next = 0; next < count; next++) {
    const at = stack[next];
    const x = at % width;
    if (x > 0 && !seen[at - 1]) {
      seen[at - 1] = 1;
      stack[count++] = at - 1;
    }
    if (x + 1 < width && !seen[at + 1]) {
      seen[at + 1] = 1;
      stack[count++] = at + 1;
    }
    if (at >= width && !seen[at - width]) {
      seen[at - width] = 1;
      stack[count++] = at - width;
    }
    if (at < lastRow && !seen[at + width]) {
      seen[at + width] = 1;
      stack[count++] = at + width;
    }
  }
  return count;
}

function touchesSide(stack: Int32Array, count: number, width: number, height: number): boolean {
  for (let i = 0; i < count; i++) {
    const x = stack[i] % width;
    if (x === 0 || x === width - 1 || stack[i] < width || stack[i] >= width * (height - 1)) return true;
  }
  return false;
}
