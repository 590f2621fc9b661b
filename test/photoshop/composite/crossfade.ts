import { intersectRects } from '../model/rects';
import type { Buffer } from './buffer';
import { linesOf } from './lines';

/**
 * What a group that passes through does with its opacity and mask: `target` holds the picture with the group, `before`
 * the one without; the result goes `amount.alpha` of the way, weighted by coverage, in place.
 */
export function crossfade(
  target: Buffer,
  before: Buffer,
  amount: { readonly area: Buffer['area']; readonly alpha: Float32Array },
): void {
  const common = intersectRects(target.area, amount.area);
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = linesOf(
    target.area,
    amount.area,
    common,
  );
  for (let y = 0; y < height; y++) {
    let t = targetStart + y * targetStride;
    let s = sourceStart + y * sourceStride;
    for (let x = 0; x < width; x++, t++, s++) {
      const way = amount.alpha[s];
      if (way === 1) continue;
      const kept = before.alpha[t] * (1 - way);
      const added = target.alpha[t] * way;
      const alpha = kept + added;
      for (let c = 0; c < target.color.length; c++) {
        const old = before.color[c][t];
        target.color[c][t] = alpha > 0 && added > 0 ? old + (target.color[c][t] - old) * (added / alpha) : old;
      }
      target.alpha[t] = alpha;
    }
  }
  target.isFull = target.isFull && before.isFull;
}
