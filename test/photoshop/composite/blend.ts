import { heightOf, intersectRects, isEmptyRect, widthOf } from '../model/rects';
import type { Rect } from '../model/state';
import type { ChannelBlend } from './blendModes';
import { blendNormal } from './blendNormal';
import type { Blending } from './blending';
import type { Buffer } from './buffer';
import type { ColorBlend } from './colorBlends';
import { blendText } from './textBlending';

/**
 * Lays `source` on `target`, in place, where both reach. With as and ab the coverages of source and backdrop, the result
 * covers ar = as + ab (1 - as), and its color goes as / ar of the way from the backdrop to
 * (1 - ab) source + ab blend(backdrop, source) – the PDF compositing formula, written for straight color.
 */
export function blendOnto(target: Buffer, source: Buffer, mode: string, opacity: number, blending: Blending): void {
  const common = intersectRects(target.area, source.area);
  if (isEmptyRect(common) || opacity <= 0) return;
  const lines = linesOf(target.area, source.area, common);
  if (mode === 'norm' && target.color.length === 3) {
    blendNormal(target, source, lines, opacity);
    return;
  }
  const share = shareOf(target.alpha, source.alpha, lines, opacity);
  const channelBlend = blending.channels.get(mode);
  const colorBlend = blending.colors.get(mode);
  if (mode === textMode && blending.text) blendText(target, source, lines, share, blending.text);
  else if (colorBlend) blendColors(target, source, lines, share, colorBlend);
  else
    target.color.forEach((plane, i) =>
      blendPlane(plane, source.color[i] ?? plane, target.alpha, lines, share, channelBlend),
    );
  coverMore(target.alpha, source.alpha, lines, opacity);
}

/** The normal mode as it is for text. */
export const textMode = 'text';

/** Where the common rows start in both buffers. */
export interface Lines {
  readonly width: number;
  readonly height: number;
  readonly targetStart: number;
  readonly targetStride: number;
  readonly sourceStart: number;
  readonly sourceStride: number;
}

export function linesOf(target: Rect, source: Rect, common: Rect): Lines {
  return {
    width: widthOf(common),
    height: heightOf(common),
    targetStart: (common.top - target.top) * widthOf(target) + common.left - target.left,
    targetStride: widthOf(target),
    sourceStart: (common.top - source.top) * widthOf(source) + common.left - source.left,
    sourceStride: widthOf(source),
  };
}

/** as / ar for every pixel of the common area. */
function shareOf(below: Float32Array, above: Float32Array, lines: Lines, opacity: number): Float32Array {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const share = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++, t++, s++) {
      const as = above[s] * opacity;
      const ab = below[t];
      if (as > 0) share[i] = ab >= 1 ? as : as / (as + ab * (1 - as));
    }
  }
  return share;
}

function coverMore(below: Float32Array, above: Float32Array, lines: Lines, opacity: number): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, t++, s++) {
      const as = above[s] * opacity;
      if (as > 0) below[t] = as + below[t] * (1 - as);
    }
  }
}

function blendPlane(
  target: Float32Array,
  source: Float32Array,
  below: Float32Array,
  lines: Lines,
  share: Float32Array,
  blend: ChannelBlend | undefined,
): void {
  if (blend) blendPlaneWith(target, source, below, lines, share, blend);
  else replacePlane(target, source, lines, share);
}

/** Normal: nothing but the way from one color to the other. */
function replacePlane(target: Float32Array, source: Float32Array, lines: Lines, share: Float32Array): void {
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

function blendPlaneWith(
  target: Float32Array,
  source: Float32Array,
  below: Float32Array,
  lines: Lines,
  share: Float32Array,
  blend: ChannelBlend,
): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++, t++, s++) {
      const way = share[i];
      if (way === 0) continue;
      const backdrop = target[t];
      const own = source[s];
      const goal = own + (blend(backdrop, own) - own) * below[t];
      target[t] = backdrop + (goal - backdrop) * way;
    }
  }
}

function blendColors(target: Buffer, source: Buffer, lines: Lines, share: Float32Array, blend: ColorBlend): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const backdrop = new Float64Array(3);
  const own = new Float64Array(3);
  const goal = new Float64Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++, t++, s++) {
      const way = share[i];
      if (way === 0) continue;
      for (let c = 0; c < 3; c++) {
        backdrop[c] = target.color[c][t];
        own[c] = source.color[c][s];
      }
      blend(backdrop, own, goal);
      const ab = target.alpha[t];
      for (let c = 0; c < 3; c++) {
        const mixed = own[c] + (goal[c] - own[c]) * ab;
        target.color[c][t] = backdrop[c] + (mixed - backdrop[c]) * way;
      }
    }
  }
}
