import { mustHold } from '../../base/unreadable';

/** Undoes the filter of a row in place. `above`: the row before it; `step`: the bytes of a pixel, at least 1. */
export function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  mustHold(filter < 5, 'a filter of PNG');
  if (filter === 1) addLeft(row, step);
  else if (filter === 2) addAbove(row, above);
  else if (filter === 3) addAverage(row, above, step);
  else if (filter === 4) addPaeth(row, above, step);
}

function addLeft(row: Uint8Array, step: number): void {
  for (let i = step; i < row.length; i++) row[i] += row[i - step];
}

function addAbove(row: Uint8Array, above: Uint8Array): void {
  for (let i = 0; i < row.length; i++) row[i] += above[i];
}

function addAverage(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < step && i < row.length; i++) row[i] += above[i] >> 1;
  for (let i = step; i < row.length; i++) row[i] += (row[i - step] + above[i]) >> 1;
}

function addPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < step && i < row.length; i++) row[i] += above[i];
  for (let i = step; i < row.length; i++) {
    const a = row[i - step];
    const b = above[i];
    const c = above[i - step];
    const toB = b - c;
    const toA = a - c;
    const pa = toB < 0 ? -toB : toB;
    const pb = toA < 0 ? -toA : toA;
    const sum = toA + toB;
    const pc = sum < 0 ? -sum : sum;
    if (pa <= pb && pa <= pc) row[i] += a;
    else row[i] += pb <= pc ? b : c;
  }
}
