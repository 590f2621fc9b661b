import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import type { Plane } from '../register/plane';
import type { Bands } from './bands';
import type { Gains } from './fitSharpness';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** A pixel goes beyond its neighbors by no more than this share of how far they lie apart, and this much: no halos. */
const [beyond, anyway] = [0.35, 1 / 255];

/** What to add to the brightness (0 to 1) so that every band counts by so much more. */
export function* sharpening({ width, height, data }: Plane, { bands }: Bands, gains: Gains): Sliced<Float32Array> {
  const change = new Float32Array(data.length);
  const rows = rowsPerPiece(width, 12);
  yield* inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) sharpenRow(change, data, bands, gains, y, width, height);
  });
  return change;
}

function sharpenRow(
  change: Float32Array,
  data: Float32Array,
  [fine, coarse, wide]: Bands['bands'],
  [first, second, third]: Gains,
  y: number,
  width: number,
  height: number,
): void {
  const row = y * width;
  const above = y > 0 ? -width : 0;
  const below = y + 1 < height ? width : 0;
  for (let x = 0, at = row; x < width; x++, at++) {
    const before = x > 0 ? at - 1 : at;
    const after = x + 1 < width ? at + 1 : at;
    const own = data[at];
    const lowest = min(
      own,
      min(min(data[before], data[after]), min(data[at + above], data[at + below])),
      min(min(data[before + above], data[after + above]), min(data[before + below], data[after + below])),
    );
    const highest = max(
      own,
      max(max(data[before], data[after]), max(data[at + above], data[at + below])),
      max(max(data[before + above], data[after + above]), max(data[before + below], data[after + below])),
    );
    const room = beyond * (highest - lowest) + anyway;
    const wanted = own + first * fine[at] + second * coarse[at] + third * wide[at];
    change[at] = min(highest + room, max(lowest - room, wanted)) - own;
  }
}
