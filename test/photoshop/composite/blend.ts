import { intersectRects, isEmptyRect } from '../model/rects';
import type { ChannelBlend } from './blendModes';
import { blendNormal } from './blendNormal';
import type { Buffer, Source } from './buffer';
import type { ColorBlend } from './colorBlends';
import type { Drawing } from './drawing';
import { linesOf, type Lines } from './lines';
import { drawPlainly } from './plain/plainBlends';
import { coverMore, shareOf } from './share';
import { blendText } from './textBlending';

/**
 * Lays `source` on `target`, in place, where both reach. With as and ab the coverages of source and backdrop, the result
 * covers ar = as + ab (1 - as), and its color goes as / ar of the way from the backdrop to
 * (1 - ab) source + ab blend(backdrop, source) – the PDF compositing formula, written for straight color.
 */
export function blendOnto(target: Buffer, source: Source, mode: string, opacity: number, drawing: Drawing): void {
  const common = intersectRects(target.area, source.area);
  if (isEmptyRect(common) || opacity <= 0) return;
  const channelBlend = drawing.blending.channels.get(mode);
  const colorBlend = drawing.blending.colors.get(mode);
  const textBlending = mode === textMode ? drawing.blending.text : undefined;
  if (!channelBlend && !colorBlend && !textBlending) {
    const isNormal = mode === 'norm' || mode === textMode;
    const precision = isNormal && target.color.length === 3 ? 'fine' : 'coarse';
    blendNormal(target, source, common, opacity, precision, drawing);
  } else if (mode === 'mul ' && target.isFull && source.isFull) {
    const way = Math.fround(opacity);
    drawPlainly(target, source, common, (blends, ...rest) => blends.multiplyEvenly(...rest, way));
  } else {
    const lines = linesOf(target.area, source.area, common);
    const share = shareOf(target, source, lines, opacity, drawing);
    if (textBlending) blendText(target, source, lines, share, textBlending);
    else if (colorBlend) blendColors(target, source, lines, share, colorBlend);
    else if (channelBlend) blendChannels(target, source, lines, share, channelBlend);
    coverMore(target, source, lines, opacity);
  }
}

function blendChannels(target: Buffer, source: Source, lines: Lines, share: Float32Array, blend: ChannelBlend): void {
  const color = source.color();
  target.color.forEach((plane, i) => blendPlane(plane, color[i] ?? plane, target.alpha, lines, share, blend));
}

/** The normal mode as it is for text. */
export const textMode = 'text';

function blendPlane(
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

function blendColors(target: Buffer, source: Source, lines: Lines, share: Float32Array, blend: ColorBlend): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const backdrop = new Float64Array(3);
  const own = new Float64Array(3);
  const goal = new Float64Array(3);
  const color = source.color();
  for (let y = 0, i = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, i++, t++, s++) {
      const way = share[i];
      if (way === 0) continue;
      for (let c = 0; c < 3; c++) {
        backdrop[c] = target.color[c][t];
        own[c] = color[c][s];
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
