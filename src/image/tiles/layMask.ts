import type { Sliced } from '../../base/slices';
import type { Mask } from '../mask';
import { rowsPerPiece } from '../pieces';
import type { TilePlace } from './layTile';
import { createShares } from './shares';

/** Lays the mask of a tile into that of the whole, of the same depth: where others lie already, it goes over smoothly. */
export function* layMask(whole: Mask, tile: Mask, { at, laid, all }: TilePlace): Sliced<void> {
  const rowAt = createShares(at, laid, all);
  const rows = rowsPerPiece(tile.width, 4);
  for (let y = 0; y < tile.height; y++) {
    const { from, to, shares } = rowAt(y);
    const start = (at.top + y) * whole.width + at.left;
    whole.data.set(tile.data.subarray(y * tile.width, y * tile.width + from), start);
    whole.data.set(tile.data.subarray(y * tile.width + to, (y + 1) * tile.width), start + to);
    mixRow(whole.data, start, tile.data, y * tile.width, shares, from, to);
    if (y % rows === rows - 1) yield y / tile.height;
  }
}

function mixRow(
  whole: Mask['data'],
  start: number,
  tile: Mask['data'],
  row: number,
  shares: Float32Array,
  from: number,
  to: number,
): void {
  for (let x = from; x < to; x++) {
    const there = whole[start + x];
    whole[start + x] = there + shares[x] * (tile[row + x] - there) + 0.5;
  }
}
