import { asPart, inPieces, rising } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { withoutAlpha } from '../../image/alpha';
import { measureSelected } from '../../image/bounds';
import type { Mask } from '../../image/mask';
import { type Raster, samplesLike } from '../../image/raster';
import { intersect, isEmpty, outset, rectOf, sizeOf } from '../../image/rect';
import { resamplePart } from '../../image/resize';
import { complete } from '../complete';
import { blend } from './blend';
import { layOver } from './layOver';
import { covering, restingIn } from './placement';
import { shapeOf } from './shape';

/**
 * Puts what a reference shows in the place of what is masked, in the space and depth of the source. A picture covers the
 * mask and is bent so that its rim does not show; a cut-out stands in the mask whole, over the picture continued behind
 * it. Kept pixels are kept bit for bit. The same seed gives the same bytes.
 */
export function* insert(source: Raster, hole: Mask, reference: Raster, seed: number): Sliced<Raster> {
  return yield* rising(insertSliced(source, hole, reference, seed));
}

function* insertSliced(source: Raster, hole: Mask, reference: Raster, seed: number): Sliced<Raster> {
  const { bounds } = yield* asPart(measureSelected(hole), 0, 0.02);
  if (isEmpty(bounds)) return yield* copyOf(source);
  const shape = yield* asPart(shapeOf(reference), 0.02, 0.05);
  if (shape.kind === 'cut-out') {
    const behind = yield* asPart(complete(source, hole, seed), 0.05, 0.8);
    const placed = restingIn(bounds, shape.bounds);
    const laid = yield* asPart(resamplePart(reference, placed.part, sizeOf(placed.area)), 0.8, 0.9);
    return yield* asPart(layOver(behind, hole, laid, placed.area), 0.9, 1);
  }
  const area = intersect(outset(bounds, 1), rectOf(source));
  const opaque = yield* withoutAlpha(reference);
  const laid = yield* asPart(resamplePart(opaque, covering(bounds, area, opaque), sizeOf(area)), 0.05, 0.3);
  const result = yield* copyOf(source);
  yield* asPart(blend(source, hole, laid, area, result), 0.3, 1);
  return result;
}

function* copyOf(source: Raster): Sliced<Raster> {
  const data = samplesLike(source.data, source.data.length);
  yield* inPieces(data.length, 4_000_000, (from, to) => data.set(source.data.subarray(from, to), from));
  return { ...source, data };
}
