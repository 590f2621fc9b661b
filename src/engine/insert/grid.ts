// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** A coarse scale: how strongly a cell hangs on its right and lower neighbors, and on what is held. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
  readonly east: Float32Array;
  readonly south: Float32Array;
  readonly pin: Float32Array;
  /** Three planes each, interleaved. `demand`: the right side of the sheet itself; `right`: of what is looked for now. */
  readonly value: Float32Array;
  readonly right: Float32Array;
  readonly demand: Float32Array;
}

/** As in `src/image/poisson.ts`: what two joined links keep on the next coarser scale, and what a link to what is held. */
const linkHold = 0.5;
export const pinHold = 0.75;

export function emptyGrid(width: number, height: number): Grid {
  const plane = () => new Float32Array(width * height);
  const planes = () => new Float32Array(width * height * 3);
  const links = { east: plane(), south: plane(), pin: plane() };
  return {
    ...{ width, height, inside: new Uint8Array(width * height) },
    ...links,
    ...{ value: planes(), right: planes(), demand: planes() },
  };
}

interface Finer {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
  readonly east?: Float32Array;
  readonly south?: Float32Array;
  readonly pin?: Float32Array;
}

/** Joins the links of the finer scale into the rows `from` to `to` of a coarser one. */
export function gather(finer: Finer, grid: Grid, from: number, to: number): void {
  const { width, height, inside, east, south, pin } = finer;
  for (let y = 2 * from; y < min(2 * to, height); y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const cell = (y >> 1) * grid.width + (x >> 1);
      grid.inside[cell] = 1;
      if (x & 1 && x + 1 < width && inside[at + 1] > 0) grid.east[cell] += linkHold * (east ? east[at] : 1);
      if (y & 1 && y + 1 < height && inside[at + width] > 0) grid.south[cell] += linkHold * (south ? south[at] : 1);
      grid.pin[cell] += pinHold * (pin ? pin[at] : heldBeside(inside, width, height, x, y));
    }
  }
}

function heldBeside(inside: Uint8Array, width: number, height: number, x: number, y: number): number {
  const at = y * width + x;
  let held = 0;
  if (x > 0 && inside[at - 1] === 0) held++;
  if (x + 1 < width && inside[at + 1] === 0) held++;
  if (y > 0 && inside[at - width] === 0) held++;
  if (y + 1 < height && inside[at + width] === 0) held++;
  return held;
}

/** One Gauss-Seidel sweep over rows `from` to `to`, counted from the end where `step` is -1. */
export function relax(grid: Grid, from: number, to: number, step: number): void {
  const { width, height, inside, east, south, pin, value, right } = grid;
  const row = width * 3;
  for (let line = from; line < to; line++) {
    const y = step > 0 ? line : height - 1 - line;
    for (let column = 0; column < width; column++) {
      const x = step > 0 ? column : width - 1 - column;
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const e = x + 1 < width ? east[at] : 0;
      const w = x > 0 ? east[at - 1] : 0;
      const s = y + 1 < height ? south[at] : 0;
      const n = y > 0 ? south[at - width] : 0;
      const links = pin[at] + e + w + s + n;
      if (links === 0) continue;
      const share = 1 / links;
      const i = at * 3;
      // where there is no link, what stands beyond the edge counts with 0
      const toEast = e > 0 ? i + 3 : i;
      const toWest = w > 0 ? i - 3 : i;
      const toSouth = s > 0 ? i + row : i;
      const toNorth = n > 0 ? i - row : i;
      value[i] = (right[i] + e * value[toEast] + w * value[toWest] + s * value[toSouth] + n * value[toNorth]) * share;
      value[i + 1] =
        (right[i + 1] +
          e * value[toEast + 1] +
          w * value[toWest + 1] +
          s * value[toSouth + 1] +
          n * value[toNorth + 1]) *
        share;
      value[i + 2] =
        (right[i + 2] +
          e * value[toEast + 2] +
          w * value[toWest + 2] +
          s * value[toSouth + 2] +
          n * value[toNorth + 2]) *
        share;
    }
  }
}

/** Adds to the cells of the next scale what is still asked for. */
export function restrict(grid: Grid, next: Grid, from: number, to: number): void {
  const { width, height, inside, east, south, pin, value, right } = grid;
  const row = width * 3;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const e = x + 1 < width ? east[at] : 0;
      const w = x > 0 ? east[at - 1] : 0;
      const s = y + 1 < height ? south[at] : 0;
      const n = y > 0 ? south[at - width] : 0;
      const links = pin[at] + e + w + s + n;
      const cell = ((y >> 1) * next.width + (x >> 1)) * 3;
      for (let k = 0, i = at * 3; k < 3; k++, i++) {
        let left = right[i] - links * value[i];
        if (e > 0) left += e * value[i + 3];
        if (w > 0) left += w * value[i - 3];
        if (s > 0) left += s * value[i + row];
        if (n > 0) left += n * value[i - row];
        next.right[cell + k] += left;
      }
    }
  }
}

/** The right side of the sheet itself, on the next scale: it stems from what is held, and is weighed as its links are. */
export function restrictDemand({ width, height, demand }: Grid, next: Grid): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = ((y >> 1) * next.width + (x >> 1)) * 3;
      const i = (y * width + x) * 3;
      for (let k = 0; k < 3; k++) next.demand[cell + k] += pinHold * demand[i + k];
    }
  }
}

export function prolong({ width, height, inside, value }: Grid, next: Grid): void {
  for (let y = 0; y < height; y++) setEnlargedRow(next, inside, value, width, y);
}

export function correct({ width, inside, value }: Grid, next: Grid, from: number, to: number): void {
  for (let y = from; y < to; y++) addEnlargedRow(next, inside, value, width, y);
}

/** Adds coarse corrections to a row, enlarged bilinearly: where something is held, they are 0. */
export function addEnlargedRow(
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
    const i = (y * width + x) * 3;
    const a = (near + own) * 3;
    const b = (near + beside) * 3;
    const c = (far + own) * 3;
    const d = (far + beside) * 3;
    value[i] += 0.5625 * coarse[a] + 0.1875 * (coarse[b] + coarse[c]) + 0.0625 * coarse[d];
    value[i + 1] += 0.5625 * coarse[a + 1] + 0.1875 * (coarse[b + 1] + coarse[c + 1]) + 0.0625 * coarse[d + 1];
    value[i + 2] += 0.5625 * coarse[a + 2] + 0.1875 * (coarse[b + 2] + coarse[c + 2]) + 0.0625 * coarse[d + 2];
  }
}

/** Sets a row to the coarse sheet, enlarged bilinearly over those cells that hold some of it. */
export function setEnlargedRow(
  { width: cells, height: lines, inside, value: coarse }: Grid,
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
    const i = (y * width + x) * 3;
    const a = near + own;
    const b = near + beside;
    const c = far + own;
    const d = far + beside;
    const wb = 0.1875 * inside[b];
    const wc = 0.1875 * inside[c];
    const wd = 0.0625 * inside[d];
    const share = 1 / (0.5625 + wb + wc + wd);
    for (let k = 0; k < 3; k++) {
      const sum = 0.5625 * coarse[a * 3 + k] + wb * coarse[b * 3 + k] + wc * coarse[c * 3 + k] + wd * coarse[d * 3 + k];
      value[i + k] = sum * share;
    }
  }
}
