import { asPart, inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { createSheetSolver, type Sheet, type SheetSolver, solveSheet } from '../image/poisson';
import { fullScaleOf, type Raster } from '../image/raster';
import type { Rect } from '../image/rect';
import type { Labels } from './labels';
import { rowsFor } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min, round } = Math;

/** The pull back to the copied value: corrections fade over about 30 pixels. */
const screen = 0.001;
const cycles = 3;
/** The largest step at the rim or a joint, as a share of full scale, that is taken for a difference of tone. */
const toneStep = 0.2;

/** What is copied where: labels over the part `area` of the picture. */
export interface Copies {
  readonly area: Rect;
  readonly width: number;
  readonly height: number;
  readonly labels: Labels;
  readonly hole: Uint8Array;
}

/**
 * Copies the source's own samples into the hole of `result` and bends them so that neither the hole's rim nor the joint
 * of two copies shows: neighbors differ as they do where they were copied from (screened Poisson: Pérez, Gangnet,
 * Blake 2003; Bhat et al. 2008). Where nothing is copied the known surroundings are spanned smoothly.
 */
export function* fit(source: Raster, copies: Copies, result: Raster): Sliced<void> {
  const box = yield* asPart(boxOf(copies), 0, 0.01);
  const sheet = yield* asPart(sheetOf(copies, box), 0.01, 0.02);
  const solver = yield* asPart(createSheetSolver(sheet), 0.02, 0.08);
  for (let c = 0; c < source.channels; c++) {
    const from = 0.08 + (0.92 * c) / source.channels;
    const to = 0.08 + (0.92 * (c + 1)) / source.channels;
    yield* asPart(fitChannel(source, copies, box, solver, c, result), from, to);
  }
}

function* fitChannel(
  source: Raster,
  copies: Copies,
  box: Rect,
  solver: SheetSolver,
  channel: number,
  result: Raster,
): Sliced<void> {
  const rows = rowsFor(60_000, box.right - box.left);
  const height = box.bottom - box.top;
  solver.value.fill(0);
  yield* asPart(
    inPieces(height, rows, (from, to) => demandRows(source, copies, box, solver, channel, from, to)),
    0,
    0.2,
  );
  yield* asPart(solveSheet(solver, solver.sheet.screen > 0 ? cycles : 3 * cycles), 0.2, 0.95);
  yield* asPart(
    inPieces(height, rows, (from, to) => writeRows(source, copies, box, solver, channel, result, from, to)),
    0.95,
    1,
  );
}

/** The smallest box around the hole, and one pixel more where the picture goes on. */
function* boxOf({ width, height, hole }: Copies): Sliced<Rect> {
  let left = width;
  let top = height;
  let right = 0;
  let bottom = 0;
  yield* inPieces(height, rowsFor(1_000_000, width), (from, to) => {
    for (let y = from; y < to; y++) {
      const row = hole.subarray(y * width, (y + 1) * width);
      const first = row.indexOf(1);
      if (first < 0) continue;
      left = min(left, first);
      right = max(right, row.lastIndexOf(1) + 1);
      top = min(top, y);
      bottom = y + 1;
    }
  });
  return {
    left: max(0, left - 1),
    top: max(0, top - 1),
    right: min(width, right + 1),
    bottom: min(height, bottom + 1),
  };
}

function* sheetOf({ width, hole, labels }: Copies, box: Rect): Sliced<Sheet> {
  let spanned = 0;
  yield* inPieces(hole.length, 1_000_000, (from, to) => {
    for (let at = from; at < to; at++) if (hole[at] > 0 && labels[at] < 0) spanned++;
  });
  const sheet = {
    width: box.right - box.left,
    height: box.bottom - box.top,
    inside: new Uint8Array((box.right - box.left) * (box.bottom - box.top)),
    // a smooth span has nothing of its own to be pulled back to
    screen: spanned > 0 ? 0 : screen,
  };
  yield* inPieces(sheet.height, rowsFor(500_000, sheet.width), (from, to) => {
    for (let y = from; y < to; y++) {
      const start = (y + box.top) * width + box.left;
      sheet.inside.set(hole.subarray(start, start + sheet.width), y * sheet.width);
    }
  });
  return sheet;
}

/** The step that each pixel must take beside each neighbor, beyond what the copies have. */
function demandRows(
  source: Raster,
  copies: Copies,
  box: Rect,
  { sheet, right }: SheetSolver,
  channel: number,
  from: number,
  to: number,
): void {
  const { width, height } = copies;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < sheet.width; x++) {
      const cell = y * sheet.width + x;
      if (sheet.inside[cell] === 0) continue;
      const column = x + box.left;
      const line = y + box.top;
      const at = line * width + column;
      let sum = 0;
      if (column > 0) sum += step(source, copies, channel, at, -1, 0);
      if (column + 1 < width) sum += step(source, copies, channel, at, 1, 0);
      if (line > 0) sum += step(source, copies, channel, at, 0, -1);
      if (line + 1 < height) sum += step(source, copies, channel, at, 0, 1);
      right[cell] = sum;
    }
  }
}

function step(source: Raster, copies: Copies, channel: number, at: number, right: number, down: number): number {
  const { width, hole, labels } = copies;
  const shift = down * width + right;
  const mine = labels[at];
  const theirs = labels[at + shift];
  if (hole[at + shift] === 0) {
    // a known neighbor: the copy moves by what it would miss there
    const known = sample(source, copies, channel, at + shift);
    if (mine < 0) return known;
    return isKnown(copies, mine, right, down)
      ? trusted(known - sample(source, copies, channel, mine + shift), fullScaleOf(source.data) * toneStep)
      : 0;
  }
  if (theirs === mine + shift || (mine < 0 && theirs < 0)) return 0;
  if (mine < 0) return sample(source, copies, channel, theirs);
  if (theirs < 0) return -sample(source, copies, channel, mine);
  // a joint of two copies: halfway between the steps that each source takes
  const own = sample(source, copies, channel, mine);
  const other = sample(source, copies, channel, theirs);
  let sum = 0;
  let count = 0;
  if (isKnown(copies, mine, right, down)) {
    sum += own - sample(source, copies, channel, mine + shift);
    count++;
  }
  if (isKnown(copies, theirs, -right, -down)) {
    sum += sample(source, copies, channel, theirs - shift) - other;
    count++;
  }
  return count > 0 ? trusted(sum / count - (own - other), fullScaleOf(source.data) * toneStep) : 0;
}

/** A step of at most `limit` as it is; what is more is an object's edge, and pulls less the larger it is. */
function trusted(step: number, limit: number): number {
  const size = step < 0 ? -step : step;
  return size <= limit ? step : (step * limit * limit) / (size * size);
}

function isKnown({ width, height, hole }: Copies, at: number, right: number, down: number): boolean {
  const x = (at % width) + right;
  if (x < 0 || x >= width) return false;
  const moved = at + down * width + right;
  return moved >= 0 && moved < width * height && hole[moved] === 0;
}

/** A sample of the source at a pixel of the area. */
function sample(source: Raster, { area, width }: Copies, channel: number, at: number): number {
  const x = at % width;
  const y = (at - x) / width;
  return source.data[((y + area.top) * source.width + x + area.left) * source.channels + channel];
}

function writeRows(
  source: Raster,
  copies: Copies,
  box: Rect,
  { sheet, value }: SheetSolver,
  channel: number,
  result: Raster,
  from: number,
  to: number,
): void {
  const { area, width, labels } = copies;
  const full = fullScaleOf(source.data);
  const whole = full > 1;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < sheet.width; x++) {
      const cell = y * sheet.width + x;
      if (sheet.inside[cell] === 0) continue;
      const at = (y + box.top) * width + x + box.left;
      const copy = labels[at] < 0 ? 0 : sample(source, copies, channel, labels[at]);
      const fitted = copy + value[cell];
      const target = (y + box.top + area.top) * result.width + x + box.left + area.left;
      result.data[target * result.channels + channel] = whole ? clampWhole(fitted, full) : max(fitted, min(0, copy));
    }
  }
}

function clampWhole(value: number, full: number): number {
  if (value <= 0) return 0;
  return value >= full ? full : round(value);
}
