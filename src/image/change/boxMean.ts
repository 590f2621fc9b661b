import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** The mean over squares of `2 * reach + 1` pixels, with running sums; the sides go on as they end. */
export function* boxMean(data: Float32Array, width: number, height: number, reach: number): Sliced<Float32Array> {
  const across = new Float32Array(data.length);
  const share = 1 / (2 * reach + 1);
  const rows = rowsPerPiece(width, 4);
  yield* inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) {
      const row = y * width;
      const last = row + width - 1;
      let sum = 0;
      for (let k = -reach; k <= reach; k++) sum += data[min(last, max(row, row + k))];
      for (let i = row; i <= last; i++) {
        across[i] = sum * share;
        sum += data[min(last, i + reach + 1)] - data[max(row, i - reach)];
      }
    }
  });
  const out = new Float32Array(data.length);
  const sums = new Float32Array(width);
  for (let k = -reach; k <= reach; k++) {
    const row = min(height - 1, max(0, k)) * width;
    for (let x = 0; x < width; x++) sums[x] += across[row + x];
  }
  yield* inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) {
      const row = y * width;
      const next = min(height - 1, y + reach + 1) * width;
      const first = max(0, y - reach) * width;
      for (let x = 0; x < width; x++) {
        out[row + x] = sums[x] * share;
        sums[x] += across[next + x] - across[first + x];
      }
    }
  });
  return out;
}
