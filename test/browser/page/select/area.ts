import { intersectRects, isEmptyRect, sizeOf, uniteRects, widthOf } from '../../../photoshop/model/rects';
import { copyRegion, createSamples, fullScale } from '../../../photoshop/model/samples';
import type { Coverage, Depth, Rect } from '../../../photoshop/model/state';

/** What a tool has drawn: 0 to 255 for each pixel of `bounds`. */
export interface Area {
  readonly bounds: Rect;
  readonly values: Uint8Array;
}

/** How what was drawn joins what is selected. */
export type Joining = 'replace' | 'add' | 'subtract';

/** The selection after a stroke; nothing where none is left. What lies outside the canvas is cut off. */
export function joined(
  before: Coverage | undefined,
  drawn: Area,
  joining: Joining,
  canvas: Rect,
  depth: Depth,
): Coverage | undefined {
  const fresh = toCoverage(drawn, canvas, depth);
  if (joining === 'replace' || !before) return joining === 'subtract' ? undefined : fresh;
  if (!fresh) return before;
  const full = fullScale(depth);
  const combine =
    joining === 'add' ? Math.max : (old: number, taken: number) => Math.max(0, Math.min(old, full - taken));
  return combined(
    before,
    fresh,
    joining === 'add' ? uniteRects(before.bounds, fresh.bounds) : before.bounds,
    depth,
    combine,
  );
}

function toCoverage({ bounds, values }: Area, canvas: Rect, depth: Depth): Coverage | undefined {
  const inside = intersectRects(bounds, canvas);
  if (isEmptyRect(inside)) return undefined;
  const samples = createSamples(depth, sizeOf(inside));
  const scale = fullScale(depth) / 255;
  const across = widthOf(inside);
  for (let y = inside.top; y < inside.bottom; y++) {
    const from = (y - bounds.top) * widthOf(bounds) + inside.left - bounds.left;
    const to = (y - inside.top) * across;
    for (let i = 0; i < across; i++) {
      const value = values[from + i] * scale;
      samples[to + i] = depth === 32 ? value : Math.round(value);
    }
  }
  return { bounds: inside, samples };
}

function combined(
  before: Coverage,
  fresh: Coverage,
  bounds: Rect,
  depth: Depth,
  combine: (old: number, drawn: number) => number,
): Coverage {
  const spread = (coverage: Coverage) => {
    const plane = createSamples(depth, sizeOf(bounds));
    copyRegion(coverage.samples, coverage.bounds, plane, bounds);
    return plane;
  };
  const [old, drawn] = [spread(before), spread(fresh)];
  return { bounds, samples: old.map((value, i) => combine(value, drawn[i])) };
}
