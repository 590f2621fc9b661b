import { asPart, inPieces, rising } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { type Raster, samplesLike } from '../../image/raster';
import { moveColors, transportOf } from './affine';
import { applyTable } from './applyTable';
import { tabulate } from './colorTable';
import { learnMoves } from './moves';
import { sampleColors } from './sampleColors';
import { transport } from './slicedTransport';

export interface Restyling {
  /** Whose light and palette are taken over, in the space and depth of the source; of several, all of them together. */
  readonly references: readonly Raster[];
  /** What is not 0 is restyled; absent: all. */
  readonly mask?: Mask | undefined;
  /** 0 keeps, 1 takes over fully. */
  readonly strength: number;
  readonly seed: number;
}

/**
 * Gives a picture the light and the palette of others; what it shows stays where it is. Same depth, channels and space.
 * Kept pixels are kept bit for bit. The same seed gives the same bytes.
 */
export function* restyle(source: Raster, asked: Restyling): Sliced<Raster> {
  return yield* rising(restyleSliced(source, asked));
}

function* restyleSliced(source: Raster, { references, mask, strength, seed }: Restyling): Sliced<Raster> {
  const given = yield* asPart(sampleColors(source, mask), 0, 0.02);
  const wanted = joined(yield* sampleAll(references));
  if (strength === 0 || given.length === 0 || wanted.length === 0) return yield* copyOf(source);
  const all = transportOf(given, wanted);
  yield 0.05;
  const moved = new Float32Array(given.length);
  moveColors(moved, all, given, 0, given.length / 3);
  yield* asPart(transport(moved, wanted, seed), 0.05, 0.15);
  const moves = yield* asPart(learnMoves(all, given, moved), 0.15, 0.17);
  const table = yield* asPart(tabulate(moves, source.space, strength), 0.17, 0.25);
  return yield* asPart(applyTable(source, table, mask), 0.25, 1);
}

function* sampleAll(references: readonly Raster[]): Sliced<readonly Float32Array[]> {
  const sampled: Float32Array[] = [];
  for (const reference of references) sampled.push(yield* asPart(sampleColors(reference, undefined), 0.02, 0.04));
  return sampled;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function* copyOf(source: Raster): Sliced<Raster> {
  const data = samplesLike(source.data, source.data.length);
  yield* inPieces(data.length, 4_000_000, (from, to) => data.set(source.data.subarray(from, to), from));
  return { ...source, data };
}
