import type { Component } from './frame';

/**
 * Writes one row of a component at the picture's full width. Where it has half the samples in a direction, those between are
 * weighed 3 to 1 by nearness, as readers of JPEG commonly do; any other ratio is repeated.
 */
export function upsampleRow(
  row: Uint8Array,
  component: Component,
  y: number,
  ratioAcross: number,
  ratioDown: number,
  sums: Int16Array,
): void {
  const { plane, blocksAcross, width, height } = component;
  const stride = blocksAcross * 8;
  const near = Math.floor(y / ratioDown);
  if (ratioAcross > 2 || ratioDown > 2 || !Number.isInteger(ratioAcross) || !Number.isInteger(ratioDown)) {
    for (let x = 0; x < row.length; x++) row[x] = plane[near * stride + Math.floor(x / ratioAcross)];
    return;
  }
  const next = ratioDown === 1 ? near : near + (y % 2 === 0 ? -1 : 1);
  const far = Math.max(0, Math.min(height - 1, next));
  for (let x = 0; x < width; x++) sums[x] = 3 * plane[near * stride + x] + plane[far * stride + x];
  if (ratioAcross === 1) {
    const rounding = y % 2 === 0 ? 1 : 2;
    for (let x = 0; x < row.length; x++) row[x] = (sums[x] + rounding) >> 2;
    return;
  }
  const [even, odd] = ratioDown === 1 ? [4, 8] : [8, 7];
  for (let x = 0; x < row.length; x++) {
    const at = x >> 1;
    const beside = (x & 1) === 0 ? at - 1 : at + 1;
    const other = beside < 0 || beside >= width ? sums[at] : sums[beside];
    row[x] = (3 * sums[at] + other + ((x & 1) === 0 ? even : odd)) >> 4;
  }
}
