import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { rowsPerPiece } from '../../image/pieces';
import { fullScaleOf } from '../../image/raster';

/**
 * Where a row or column crosses the mask's edge, from 0 to full scale or back:
 *
 *     0   0   0   .2  .5  .8  #   #   #
 *             ^ outer         ^ inner = outer + length * step
 *     <------->               <------->
 *      outside                  inside     (pixels of 0 and of full scale in a row, as many as were asked for at most)
 */
export interface Crossing {
  readonly outer: number;
  /** From one pixel to the next one inward: 1, -1, or the width up or down. */
  readonly step: number;
  readonly length: number;
  readonly outside: number;
  readonly inside: number;
}

/**
 * The crossings with at least two pixels on either side; `room` pixels are enough. A line that meets the edge at a flat
 * angle is left out: one across it is not far.
 */
export function* findCrossings({ width, height, data }: Mask, room: number): Sliced<readonly Crossing[]> {
  const found: Crossing[] = [];
  const rows = rowsPerPiece(width, 4);
  for (let y = 0; y < height; y++) {
    crossLine(found, data, y * width, 1, width, room);
    if (y % rows === rows - 1) yield;
  }
  const columns = rowsPerPiece(height, 8);
  for (let x = 0; x < width; x++) {
    crossLine(found, data, x, width, height, room);
    if (x % columns === columns - 1) yield;
  }
  return steepOnes(found);
}

function steepOnes(crossings: readonly Crossing[]): readonly Crossing[] {
  const lengths = crossings.map(({ length }) => length).sort((a, b) => a - b);
  const longest = (lengths[Math.floor(lengths.length / 4)] ?? 0) * 1.25;
  return crossings.filter(({ length }) => length <= longest);
}

function crossLine(
  found: Crossing[],
  data: Mask['data'],
  start: number,
  step: number,
  count: number,
  room: number,
): void {
  const full = fullScaleOf(data);
  let last = -1;
  let before = -1;
  for (let i = 0, at = start; i < count; i++, at += step) {
    const value = data[at];
    if (value > 0 && value < full) continue;
    if (before >= 0 && value !== before) {
      const back = flatFrom(data, start + last * step, -step, last + 1, room);
      const ahead = flatFrom(data, at, step, count - i, room);
      if (back >= 2 && ahead >= 2) found.push(crossing(value, start + last * step, at, step, i - last, back, ahead));
    }
    last = i;
    before = value;
  }
}

function crossing(
  value: number,
  from: number,
  to: number,
  step: number,
  length: number,
  back: number,
  ahead: number,
): Crossing {
  return value > 0
    ? { outer: from, step, length, outside: back, inside: ahead }
    : { outer: to, step: -step, length, outside: ahead, inside: back };
}

/** How many pixels in a row are as the first one, `most` and `left` at most. */
function flatFrom(data: Mask['data'], first: number, step: number, left: number, most: number): number {
  let count = 1;
  while (count < Math.min(left, most) && data[first + count * step] === data[first]) count++;
  return count;
}
