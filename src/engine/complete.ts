import { asPart, inPieces, rising } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import { type Raster, samplesLike } from '../image/raster';
import { fit } from './fit';
import { planCopies } from './plan';
import { workAreaOf } from './workArea';

/**
 * Continues a picture into the hole. `hole`: anything above 0 is made anew, the rest is kept bit for bit. Same depth,
 * channels and space as the source. The same seed gives the same bytes. Where nothing at all is known, nothing changes.
 */
export function* complete(source: Raster, hole: Mask, seed: number): Sliced<Raster> {
  return yield* rising(completeSliced(source, hole, seed));
}

function* completeSliced(source: Raster, hole: Mask, seed: number): Sliced<Raster> {
  const result = yield* asPart(copyOf(source), 0, 0.01);
  const area = yield* asPart(workAreaOf(hole), 0.01, 0.02);
  if (!area) return result;
  const copies = yield* asPart(planCopies(source, hole, area, seed), 0.02, 0.8);
  if (copies) yield* asPart(fit(source, copies, result), 0.8, 1);
  return result;
}

function* copyOf(source: Raster): Sliced<Raster> {
  const data = samplesLike(source.data, source.data.length);
  yield* inPieces(data.length, 4_000_000, (from, to) => data.set(source.data.subarray(from, to), from));
  return { ...source, data };
}
