import { asPart, inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { clearInside, type Finest, prolongToFinest, relaxFinest, restrictFinest } from './finest';
import { correct, emptyGrid, gather, type Grid, pinHold, prolong, relax, restrict, restrictDemand } from './grid';

const { floor, max, min } = Math;

/** Cells in one piece of work: about 2 ms. */
const cellsPerPiece = 60_000;

/**
 * Spans a smooth sheet over the pixels where `inside` is not 0, in three planes at once (`value`, interleaved): each of
 * them becomes the mean of its neighbors, what stands outside is held, and the picture's edge is free. Solved from
 * coarse to fine and corrected (full multigrid: Brandt 1977; Briggs, Henson, McCormick: A Multigrid Tutorial).
 * What stood inside is overwritten.
 */
export function* spanMembrane(value: Float32Array, inside: Uint8Array, width: number, height: number): Sliced<void> {
  const finest = { width, height, inside, value };
  yield* silently(inPieces(height, rowsOf(width), (from, to) => clearInside(finest, from, to)));
  const grids = yield* asPart(gatherAll(finest), 0, 0.15);
  const [first] = grids;
  if (first === undefined) {
    for (let i = 0; i < 40; i++) relaxFinest(finest, 0, height, 1);
    return;
  }
  const rows = rowsOf(width);
  yield* asPart(
    inPieces(height, rows, (from, to) => restrictFinest(finest, first, first.demand, from, to)),
    0.15,
    0.25,
  );
  for (let i = 0; i < first.demand.length; i++) first.demand[i] *= pinHold;
  yield* startCoarse(grids);
  yield* asPart(
    inPieces(height, rows, (from, to) => prolongToFinest(finest, first, 'whole', from, to)),
    0.3,
    0.4,
  );
  const cycles = cyclesFor(width * height);
  for (let cycle = 0; cycle < cycles; cycle++) {
    yield* improve(finest, grids, first);
    yield 0.4 + (0.6 * (cycle + 1)) / cycles;
  }
}

/** Each leaves about a tenth of the error; wide sheets are smooth, and a third would show nowhere. */
const cyclesFor = (pixels: number) => (pixels < 1_000_000 ? 3 : 2);

function* gatherAll(finest: Finest): Sliced<readonly Grid[]> {
  const grids: Grid[] = [];
  for (let w = finest.width, h = finest.height; min(w, h) > 2;) {
    const finer = grids.at(-1);
    const grid = emptyGrid((w + 1) >> 1, (h + 1) >> 1);
    yield* silently(
      inPieces(grid.height, rowsOf(grid.width * 4), (from, to) => gather(finer ?? finest, grid, from, to)),
    );
    grids.push(grid);
    w = grid.width;
    h = grid.height;
  }
  return grids;
}

/** Every coarse scale in turn, from the coarsest: its start is the scale below it, then a cycle. */
function* startCoarse(grids: readonly Grid[]): Sliced<void> {
  for (let k = 0; k + 1 < grids.length; k++) {
    restrictDemand(grids[k], grids[k + 1]);
    yield;
  }
  for (let k = grids.length - 1; k >= 0; k--) {
    const grid = grids[k];
    if (k + 1 < grids.length) prolong(grid, grids[k + 1]);
    grid.right.set(grid.demand);
    yield* descend(grids, k);
  }
}

function* improve(finest: Finest, grids: readonly Grid[], first: Grid): Sliced<void> {
  const { width, height } = finest;
  const rows = rowsOf(width);
  yield* silently(inPieces(height, rows, (from, to) => relaxFinest(finest, from, to, 1)));
  first.right.fill(0);
  first.value.fill(0);
  yield* silently(inPieces(height, rows, (from, to) => restrictFinest(finest, first, first.right, from, to)));
  yield* descend(grids, 0);
  yield* silently(inPieces(height, rows, (from, to) => prolongToFinest(finest, first, 'correction', from, to)));
  yield* silently(inPieces(height, rows, (from, to) => relaxFinest(finest, from, to, -1)));
}

function* descend(grids: readonly Grid[], depth: number): Sliced<void> {
  const grid = grids[depth];
  const next = depth + 1 < grids.length ? grids[depth + 1] : undefined;
  const rows = rowsOf(grid.width);
  const sweeps = next ? 2 : 20;
  for (let i = 0; i < sweeps; i++) {
    yield* silently(inPieces(grid.height, rows, (from, to) => relax(grid, from, to, 1)));
  }
  if (!next) return;
  next.right.fill(0);
  next.value.fill(0);
  yield* silently(inPieces(grid.height, rows, (from, to) => restrict(grid, next, from, to)));
  yield* descend(grids, depth + 1);
  yield* silently(inPieces(grid.height, rows, (from, to) => correct(grid, next, from, to)));
  for (let i = 0; i < sweeps; i++) {
    yield* silently(inPieces(grid.height, rows, (from, to) => relax(grid, from, to, -1)));
  }
}

function rowsOf(width: number): number {
  return max(1, floor(cellsPerPiece / width));
}

/** Work whose own share means nothing to the caller. */
function* silently(work: Sliced<void>): Sliced<void> {
  while (!work.next().done) yield undefined;
}
