import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { floor, max, min } = Math;

/**
 * A sheet of pixels, fixed at 0 wherever `inside` is 0 and free at the picture's edge. `screen` pulls every pixel
 * softly to 0: the pull of a fixed pixel is felt over about 1 / √screen pixels.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
  readonly screen: number;
}

/** A sheet with its coarser scales, ready to be solved for any number of right sides. */
export interface SheetSolver {
  readonly sheet: Sheet;
  readonly value: Float32Array;
  readonly right: Float32Array;
  readonly coarse: readonly Grid[];
}

/** A coarse scale: how strongly a cell hangs on its right and lower neighbors, on fixed pixels, and on 0. */
interface Grid {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
  readonly east: Float32Array;
  readonly south: Float32Array;
  readonly pin: Float32Array;
  readonly value: Float32Array;
  readonly right: Float32Array;
}

/**
 * What remains of two joined links on the next coarser scale: halved between cells twice as far apart; a fixed pixel
 * comes nearer in units of the cell, so its link keeps more (measured: the cycle converges best near 3/4).
 */
const linkHold = 0.5;
const pinHold = 0.75;

/** Cells in one piece of work: about 2 ms. */
const cellsPerPiece = 150_000;

export function* createSheetSolver(sheet: Sheet): Sliced<SheetSolver> {
  const { width, height } = sheet;
  const coarse: Grid[] = [];
  let screens = new Float32Array(0);
  for (let w = width, h = height; min(w, h) > 2;) {
    const finer = coarse.at(-1);
    const grid = emptyGrid((w + 1) >> 1, (h + 1) >> 1);
    const masses = new Float32Array(grid.width * grid.height);
    const rows = max(1, floor(cellsPerPiece / 4 / grid.width));
    yield* inPieces(grid.height, rows, (from, to) => {
      if (finer) gatherGrid(finer, screens, grid, masses, from, to);
      else gatherSheet(sheet, grid, masses, from, to);
    });
    coarse.push(grid);
    screens = masses;
    w = grid.width;
    h = grid.height;
  }
  return { sheet, value: new Float32Array(width * height), right: new Float32Array(width * height), coarse };
}

/**
 * Finds the value of every inside pixel so that, over its neighbors in the picture, the sum of (own value - theirs)
 * plus screen · own value is `right`. Starts from what stands in `value`. Each cycle leaves roughly a quarter of the
 * error (multigrid on cells, coarse scales by joining links, corrections enlarged bilinearly).
 */
export function* solveSheet(solver: SheetSolver, cycles: number): Sliced<void> {
  for (let cycle = 0; cycle < cycles; cycle++) {
    yield* oneCycle(solver);
    yield (cycle + 1) / cycles;
  }
}

function* oneCycle(solver: SheetSolver): Sliced<void> {
  const { sheet, coarse } = solver;
  const rows = rowsOf(sheet);
  yield* silently(inPieces(sheet.height, rows, (from, to) => relaxSheet(solver, from, to, 1)));
  yield* silently(inPieces(sheet.height, rows, (from, to) => relaxSheet(solver, from, to, 1)));
  const first = coarse[0];
  if (!first) return;
  first.right.fill(0);
  first.value.fill(0);
  yield* silently(inPieces(sheet.height, rows, (from, to) => restrictSheet(solver, first, from, to)));
  yield* descend(coarse, 0);
  yield* silently(inPieces(sheet.height, rows, (from, to) => correctSheet(solver, first, from, to)));
  yield* silently(inPieces(sheet.height, rows, (from, to) => relaxSheet(solver, from, to, -1)));
  yield* silently(inPieces(sheet.height, rows, (from, to) => relaxSheet(solver, from, to, -1)));
}

function* descend(coarse: readonly Grid[], depth: number): Sliced<void> {
  const grid = coarse[depth];
  if (!grid) return;
  const next = coarse[depth + 1];
  const sweeps = next ? 2 : 20;
  const rows = rowsOf(grid);
  for (let i = 0; i < sweeps; i++) {
    yield* silently(inPieces(grid.height, rows, (from, to) => relaxGrid(grid, from, to, 1)));
  }
  if (!next) return;
  next.right.fill(0);
  next.value.fill(0);
  yield* silently(inPieces(grid.height, rows, (from, to) => restrictGrid(grid, next, from, to)));
  yield* descend(coarse, depth + 1);
  correctGrid(grid, next);
  for (let i = 0; i < sweeps; i++) {
    yield* silently(inPieces(grid.height, rows, (from, to) => relaxGrid(grid, from, to, -1)));
  }
}

function rowsOf({ width }: { readonly width: number }): number {
  return max(1, floor(cellsPerPiece / width));
}

/** Work whose own share means nothing to the caller. */
function* silently(work: Sliced<void>): Sliced<void> {
  while (!work.next().done) yield undefined;
}

function emptyGrid(width: number, height: number): Grid {
  const plane = () => new Float32Array(width * height);
  const inside = new Uint8Array(width * height);
  return { width, height, inside, east: plane(), south: plane(), pin: plane(), value: plane(), right: plane() };
}

function gatherSheet(sheet: Sheet, grid: Grid, masses: Float32Array, from: number, to: number): void {
  const { width, height, inside, screen } = sheet;
  for (let y = 2 * from; y < min(2 * to, height); y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const cell = (y >> 1) * grid.width + (x >> 1);
      const east = x + 1 < width ? inside[at + 1] : -1;
      const south = y + 1 < height ? inside[at + width] : -1;
      let pins = 0;
      if (east === 0) pins += x & 1 ? pinHold : 1;
      if (south === 0) pins += y & 1 ? pinHold : 1;
      if (x > 0 && inside[at - 1] === 0) pins += x & 1 ? 1 : pinHold;
      if (y > 0 && inside[at - width] === 0) pins += y & 1 ? 1 : pinHold;
      if (east > 0 && x & 1) grid.east[cell] += linkHold;
      if (south > 0 && y & 1) grid.south[cell] += linkHold;
      grid.inside[cell] = 1;
      masses[cell] += screen;
      grid.pin[cell] += pins + screen;
    }
  }
}

function gatherGrid(
  fine: Grid,
  fineMasses: Float32Array,
  grid: Grid,
  masses: Float32Array,
  from: number,
  to: number,
): void {
  const { width, height } = fine;
  for (let y = 2 * from; y < min(2 * to, height); y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (fine.inside[at] === 0) continue;
      const cell = (y >> 1) * grid.width + (x >> 1);
      grid.inside[cell] = 1;
      if (x & 1) grid.east[cell] += linkHold * fine.east[at];
      if (y & 1) grid.south[cell] += linkHold * fine.south[at];
      masses[cell] += fineMasses[at];
      const isAlone = isBeside(fine, x ^ 1, y) && isBeside(fine, x, y ^ 1) ? pinHold : 1;
      grid.pin[cell] += isAlone * (fine.pin[at] - fineMasses[at]) + fineMasses[at];
    }
  }
}

function isBeside({ width, height, inside }: Grid, x: number, y: number): boolean {
  return x >= width || y >= height || inside[y * width + x] > 0;
}

/** One Gauss-Seidel sweep over rows `from` to `to`, counted from the end where `step` is -1. */
function relaxSheet({ sheet, value, right }: SheetSolver, from: number, to: number, step: number): void {
  const { width, height, inside, screen } = sheet;
  for (let row = from; row < to; row++) {
    const y = step > 0 ? row : height - 1 - row;
    const up = y > 0 ? width : 0;
    const down = y + 1 < height ? width : 0;
    const rest = screen + (up > 0 ? 1 : 0) + (down > 0 ? 1 : 0);
    const start = y * width;
    for (let i = 0; i < width; i++) {
      const x = step > 0 ? i : width - 1 - i;
      const at = start + x;
      if (inside[at] === 0) continue;
      let sum = right[at];
      let links = rest;
      if (up > 0) sum += value[at - width];
      if (down > 0) sum += value[at + width];
      if (x > 0) {
        sum += value[at - 1];
        links++;
      }
      if (x + 1 < width) {
        sum += value[at + 1];
        links++;
      }
      value[at] = sum / links;
    }
  }
}

function restrictSheet({ sheet, value, right }: SheetSolver, grid: Grid, from: number, to: number): void {
  const { width, height, inside, screen } = sheet;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const own = value[at];
      let left = right[at] - screen * own;
      if (x > 0) left -= own - value[at - 1];
      if (x + 1 < width) left -= own - value[at + 1];
      if (y > 0) left -= own - value[at - width];
      if (y + 1 < height) left -= own - value[at + width];
      grid.right[(y >> 1) * grid.width + (x >> 1)] += left;
    }
  }
}

function correctSheet({ sheet, value }: SheetSolver, grid: Grid, from: number, to: number): void {
  for (let y = from; y < to; y++) addEnlargedRow(grid, sheet.inside, value, sheet.width, y);
}

/** Adds the coarse values to a row of the finer scale, enlarged bilinearly, where `wanted` is not 0. */
function addEnlargedRow(
  { width: cells, height: lines, value: coarse }: Grid,
  wanted: Uint8Array,
  value: Float32Array,
  width: number,
  y: number,
): void {
  const near = (y >> 1) * cells;
  const far = min(lines - 1, max(0, (y >> 1) + (y & 1 ? 1 : -1))) * cells;
  for (let x = 0; x < width; x++) {
    if (wanted[y * width + x] === 0) continue;
    const own = x >> 1;
    const beside = min(cells - 1, max(0, own + (x & 1 ? 1 : -1)));
    const nearRow = 0.75 * coarse[near + own] + 0.25 * coarse[near + beside];
    const farRow = 0.75 * coarse[far + own] + 0.25 * coarse[far + beside];
    value[y * width + x] += 0.75 * nearRow + 0.25 * farRow;
  }
}

function relaxGrid(grid: Grid, from: number, to: number, step: number): void {
  const { width, height, east, south, pin, value, right } = grid;
  for (let row = from; row < to; row++) {
    const y = step > 0 ? row : height - 1 - row;
    for (let i = 0; i < width; i++) {
      const x = step > 0 ? i : width - 1 - i;
      const at = y * width + x;
      let sum = right[at];
      let links = pin[at];
      if (x > 0) {
        sum += east[at - 1] * value[at - 1];
        links += east[at - 1];
      }
      if (x + 1 < width) {
        sum += east[at] * value[at + 1];
        links += east[at];
      }
      if (y > 0) {
        sum += south[at - width] * value[at - width];
        links += south[at - width];
      }
      if (y + 1 < height) {
        sum += south[at] * value[at + width];
        links += south[at];
      }
      if (links > 0) value[at] = sum / links;
    }
  }
}

function restrictGrid(grid: Grid, coarse: Grid, from: number, to: number): void {
  const { width, height, east, south, pin, value, right } = grid;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const own = value[at];
      let left = right[at] - pin[at] * own;
      if (x > 0) left -= east[at - 1] * (own - value[at - 1]);
      if (x + 1 < width) left -= east[at] * (own - value[at + 1]);
      if (y > 0) left -= south[at - width] * (own - value[at - width]);
      if (y + 1 < height) left -= south[at] * (own - value[at + width]);
      coarse.right[(y >> 1) * coarse.width + (x >> 1)] += left;
    }
  }
}

function correctGrid(grid: Grid, coarse: Grid): void {
  for (let y = 0; y < grid.height; y++) addEnlargedRow(coarse, grid.inside, grid.value, grid.width, y);
}
