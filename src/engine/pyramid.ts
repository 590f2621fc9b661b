import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { type Level, rowsFor } from './level';

/**
 * The level at half the size. Each pixel is the 1-3-3-1 weighted mean of the known ones among its 16; it belongs to the
 * hole where less than half of that weight is known.
 */
export function* halve(fine: Level): Sliced<Level> {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const coarse: Level = {
    width,
    height,
    channels: fine.channels,
    guide: new Uint8Array(width * height * fine.channels),
    hole: new Uint8Array(width * height),
  };
  const sums = new Float64Array(fine.channels);
  yield* inPieces(height, rowsFor(20_000, width), (from, to) => halveRows(fine, coarse, sums, from, to));
  return coarse;
}

function halveRows(fine: Level, coarse: Level, sums: Float64Array, from: number, to: number): void {
  const { channels, guide, hole } = fine;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < coarse.width; x++) {
      let inside = 0;
      let known = 0;
      sums.fill(0);
      for (let j = 0; j < 4; j++) {
        const row = 2 * y - 1 + j;
        if (row < 0 || row >= fine.height) continue;
        const down = j === 1 || j === 2 ? 3 : 1;
        for (let i = 0; i < 4; i++) {
          const column = 2 * x - 1 + i;
          if (column < 0 || column >= fine.width) continue;
          const weight = i === 1 || i === 2 ? 3 * down : down;
          const at = row * fine.width + column;
          inside += weight;
          if (hole[at] > 0) continue;
          known += weight;
          for (let c = 0; c < channels; c++) sums[c] += weight * guide[at * channels + c];
        }
      }
      const at = y * coarse.width + x;
      if (2 * known < inside) {
        coarse.hole[at] = 1;
        continue;
      }
      for (let c = 0; c < channels; c++) coarse.guide[at * channels + c] = sums[c] / known + 0.5;
    }
  }
}
