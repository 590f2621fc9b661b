import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';

/** 1 where a mask leaves everything. */
export function* keptOf({ width, data }: Mask): Sliced<Uint8Array> {
  const kept = new Uint8Array(data.length);
  yield* inPieces(data.length, rowsPerPiece(width) * width, (from, to) => {
    for (let i = from; i < to; i++) kept[i] = data[i] === 0 ? 1 : 0;
  });
  return kept;
}
