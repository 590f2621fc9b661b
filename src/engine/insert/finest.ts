import { addEnlargedRow, type Grid, setEnlargedRow } from './grid';

/** The finest scale: all links are 1, and nothing is asked for but the mean of the neighbors. */
export interface Finest {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
  /** Three planes, interleaved. */
  readonly value: Float32Array;
}

/** Sets to 0 what is inside. */
export function clearInside({ width, inside, value }: Finest, from: number, to: number): void {
  for (let at = from * width; at < to * width; at++) {
    if (inside[at] > 0) value[at * 3] = value[at * 3 + 1] = value[at * 3 + 2] = 0;
  }
}

/** One Gauss-Seidel sweep over rows `from` to `to`, counted from the end where `step` is -1. */
export function relaxFinest({ width, height, inside, value }: Finest, from: number, to: number, step: number): void {
  const row = width * 3;
  for (let line = from; line < to; line++) {
    const y = step > 0 ? line : height - 1 - line;
    const isWithin = y > 0 && y + 1 < height;
    for (let column = 0; column < width; column++) {
      const x = step > 0 ? column : width - 1 - column;
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const i = at * 3;
      if (isWithin && x > 0 && x + 1 < width) {
        value[i] = (value[i - 3] + value[i + 3] + value[i - row] + value[i + row]) * 0.25;
        value[i + 1] = (value[i - 2] + value[i + 4] + value[i + 1 - row] + value[i + 1 + row]) * 0.25;
        value[i + 2] = (value[i - 1] + value[i + 5] + value[i + 2 - row] + value[i + 2 + row]) * 0.25;
      } else {
        relaxAtEdge(value, i, width, height, x, y);
      }
    }
  }
}

function relaxAtEdge(value: Float32Array, i: number, width: number, height: number, x: number, y: number): void {
  const row = width * 3;
  const links = (x > 0 ? 1 : 0) + (x + 1 < width ? 1 : 0) + (y > 0 ? 1 : 0) + (y + 1 < height ? 1 : 0);
  if (links === 0) return;
  for (let k = i; k < i + 3; k++) {
    let sum = 0;
    if (x > 0) sum += value[k - 3];
    if (x + 1 < width) sum += value[k + 3];
    if (y > 0) sum += value[k - row];
    if (y + 1 < height) sum += value[k + row];
    value[k] = sum / links;
  }
}

/** Adds to the cells of the next scale how far each pixel is from the mean of its neighbors. */
export function restrictFinest(finest: Finest, grid: Grid, into: Float32Array, from: number, to: number): void {
  const { width, height, inside, value } = finest;
  const row = width * 3;
  for (let y = from; y < to; y++) {
    const isWithin = y > 0 && y + 1 < height;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const i = at * 3;
      const cell = ((y >> 1) * grid.width + (x >> 1)) * 3;
      if (isWithin && x > 0 && x + 1 < width) {
        into[cell] += value[i - 3] + value[i + 3] + value[i - row] + value[i + row] - 4 * value[i];
        into[cell + 1] += value[i - 2] + value[i + 4] + value[i + 1 - row] + value[i + 1 + row] - 4 * value[i + 1];
        into[cell + 2] += value[i - 1] + value[i + 5] + value[i + 2 - row] + value[i + 2 + row] - 4 * value[i + 2];
      } else {
        for (let k = 0; k < 3; k++) {
          if (x > 0) into[cell + k] += value[i + k - 3] - value[i + k];
          if (x + 1 < width) into[cell + k] += value[i + k + 3] - value[i + k];
          if (y > 0) into[cell + k] += value[i + k - row] - value[i + k];
          if (y + 1 < height) into[cell + k] += value[i + k + row] - value[i + k];
        }
      }
    }
  }
}

/** `whole`: the coarse scale holds the sheet itself; `correction`: what it lacks. */
export function prolongToFinest(
  { width, height, inside, value }: Finest,
  grid: Grid,
  what: 'whole' | 'correction',
  from: number,
  to: number,
): void {
  for (let y = from; y < Math.min(to, height); y++) {
    if (what === 'whole') setEnlargedRow(grid, inside, value, width, y);
    else addEnlargedRow(grid, inside, value, width, y);
  }
}
