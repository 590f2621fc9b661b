import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';

/**
 * Spreads every value as a parabola that reaches `width` pixels from full scale: L(x) = max over d of S(x + d) less
 * (|d| / width)², in 1/32768 of full scale. `unit`: how many of these make one step of the mask.
 *
 * The generalized distance transform of Felzenszwalb & Huttenlocher ("Distance Transforms of Sampled Functions", 2012):
 * rows first, then columns. Instead of their lower envelope every pixel pushes outward and stops where it is beaten:
 * two of these parabolas cross only once, so with the nearer sources done first a beaten one never wins again. Where the
 * mask is flat or slopes gently that is at the first step.
 */
export function* spreadParabolas(mask: Mask, unit: number, width: number): Sliced<Uint16Array> {
  const drop = dropsWithin(width);
  const across = yield* spreadRows(mask, unit, drop);
  const levels = across.slice();
  const rows = rowsPerPiece(mask.width, 4);
  for (let y = mask.height - 1; y >= 0; y--) {
    spreadColumns(across, levels, mask.width, y, Math.min(drop.length, mask.height - y), drop, mask.width);
    if (y % rows === 0) yield;
  }
  for (let y = 0; y < mask.height; y++) {
    spreadColumns(across, levels, mask.width, y, Math.min(drop.length, y + 1), drop, -mask.width);
    if (y % rows === 0) yield;
  }
  return levels;
}

/** How far the parabola has fallen, for every whole distance inside its width; never nothing, so that it ends. */
function dropsWithin(width: number): Int32Array {
  const drop = new Int32Array(Math.ceil(width));
  for (let d = 1; d < drop.length; d++) drop[d] = Math.max(1, Math.round(32768 * (d / width) ** 2));
  return drop;
}

function* spreadRows({ width, height, data }: Mask, unit: number, drop: Int32Array): Sliced<Uint16Array> {
  const levels = new Uint16Array(data.length);
  const line = new Uint16Array(width);
  const rows = rowsPerPiece(width, 4);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) levels[row + x] = line[x] = Math.round(data[row + x] * unit);
    for (let x = width - 1; x >= 0; x--) push(levels, row + x, line[x], Math.min(drop.length, width - x), drop, 1);
    for (let x = 0; x < width; x++) push(levels, row + x, line[x], Math.min(drop.length, x + 1), drop, -1);
    if (y % rows === 0) yield;
  }
  return levels;
}

/** Pushes a row down or up its columns. */
function spreadColumns(
  across: Uint16Array,
  levels: Uint16Array,
  width: number,
  y: number,
  reach: number,
  drop: Int32Array,
  step: number,
): void {
  for (let i = y * width; i < (y + 1) * width; i++) push(levels, i, across[i], reach, drop, step);
}

function push(levels: Uint16Array, from: number, value: number, reach: number, drop: Int32Array, step: number): void {
  for (let d = 1, to = from + step; d < reach; d++, to += step) {
    const level = value - drop[d];
    if (level <= levels[to]) return;
    levels[to] = level;
  }
}
