import type { Rect } from '../model/state';
import type { Buffer, Source } from './buffer';
import type { Drawing } from './drawing';
import { linesOf, type Lines } from './lines';
import { drawPlainly } from './plain/plainBlends';
import { coverMore, shareOf } from './share';

/**
 * What `blendOnto` does for the normal mode: nothing but the way from one color to the other. `fine`: the way is as
 * precise as numbers are; that is for three channels. `coarse`: as precise as a Float32Array.
 */
export function blendNormal(
  target: Buffer,
  source: Source,
  common: Rect,
  opacity: number,
  precision: 'fine' | 'coarse',
  drawing: Drawing,
): void {
  const lines = linesOf(target.area, source.area, common);
  if (source.isFull && opacity === 1) {
    drawPlainly(target, source, common, (blends, ...rest) => blends.replaceWith(...rest));
    cover(target, lines);
  } else if (target.isFull && source.isFull) {
    const way = precision === 'fine' ? opacity : Math.fround(opacity);
    drawPlainly(target, source, common, (blends, ...rest) => blends.mixEvenly(...rest, way));
  } else if (target.isFull) {
    const ways = waysOf(source.alpha, lines, opacity, precision, drawing);
    drawPlainly(target, source, common, (blends, ...rest) => blends.mixBy(...rest, ways));
  } else if (precision === 'fine') blendThree(target, source, lines, opacity);
  else {
    const color = source.color();
    const share = shareOf(target, source, lines, opacity, drawing);
    target.color.forEach((plane, i) => mixByShare(plane, color[i] ?? plane, lines, share));
    coverMore(target, source, lines, opacity);
  }
}

/** Full coverage of all lines. */
function cover(target: Buffer, { width, height, targetStart, targetStride }: Lines): void {
  if (target.isFull) return;
  for (let y = 0; y < height; y++) {
    const t = targetStart + y * targetStride;
    target.alpha.fill(1, t, t + width);
  }
  target.isFull = width * height === target.alpha.length;
}

/** How far to go on a full backdrop. */
function waysOf(
  above: Float32Array,
  { width, height, sourceStart, sourceStride }: Lines,
  opacity: number,
  precision: 'fine' | 'coarse',
  { arena }: Drawing,
): Float64Array {
  const ways = arena.doubles(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let s = sourceStart + y * sourceStride, end = s + width; s < end; s++, i++) ways[i] = above[s] * opacity;
  }
  if (precision === 'coarse') for (let i = 0; i < ways.length; i++) ways[i] = ways[i] > 0 ? Math.fround(ways[i]) : 0;
  return ways;
}

function mixByShare(target: Float32Array, source: Float32Array, lines: Lines, share: Float32Array): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++, t++, s++) {
      const way = share[i];
      if (way === 0) continue;
      target[t] = way === 1 ? source[s] : target[t] + (source[s] - target[t]) * way;
    }
  }
}

function blendThree(target: Buffer, source: Source, lines: Lines, opacity: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const [red, green, blue] = target.color;
  const [ownRed, ownGreen, ownBlue] = source.color();
  const below = target.alpha;
  const above = source.alpha;
  for (let y = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, t++, s++) {
      const as = above[s] * opacity;
      if (as === 0) continue;
      if (as === 1) {
        red[t] = ownRed[s];
        green[t] = ownGreen[s];
        blue[t] = ownBlue[s];
        below[t] = 1;
        continue;
      }
      const ab = below[t];
      const ar = ab === 1 ? 1 : as + ab * (1 - as);
      const way = as / ar;
      red[t] += (ownRed[s] - red[t]) * way;
      green[t] += (ownGreen[s] - green[t]) * way;
      blue[t] += (ownBlue[s] - blue[t]) * way;
      below[t] = ar;
    }
  }
}
