import { asPart, inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { rowsFor } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { min } = Math;

/** How deep each pixel lies in the hole: 0 is known, 1 touches what is known (diagonals count), up to 65535. */
export function* depthsOf(hole: Uint8Array, width: number, height: number): Sliced<Uint16Array> {
  const depths = new Uint16Array(width * height);
  const rows = rowsFor(200_000, width);
  const down = inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) spread(hole, depths, width, height, y, 1);
  });
  yield* asPart(down, 0, 0.5);
  const up = inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) spread(hole, depths, width, height, height - 1 - y, -1);
  });
  yield* asPart(up, 0.5, 1);
  return depths;
}

/** One row of the two-pass chessboard distance; `step` 1 goes right and looks up, -1 goes left and looks down. */
function spread(hole: Uint8Array, depths: Uint16Array, width: number, height: number, y: number, step: number): void {
  const before = y - step;
  const above = before >= 0 && before < height ? before * width : -1;
  for (let i = 0; i < width; i++) {
    const x = step > 0 ? i : width - 1 - i;
    const at = y * width + x;
    if (hole[at] === 0) continue;
    let least = step > 0 ? 65535 : depths[at];
    if (i > 0) least = min(least, depths[at - step] + 1);
    if (above >= 0) {
      least = min(least, depths[above + x] + 1);
      if (x > 0) least = min(least, depths[above + x - 1] + 1);
      if (x + 1 < width) least = min(least, depths[above + x + 1] + 1);
    }
    depths[at] = least;
  }
}

export function deepest(depths: Uint16Array): number {
  let most = 0;
  for (let i = 0; i < depths.length; i++) if (depths[i] > most) most = depths[i];
  return most;
}
