import { canvasOf } from '../photoshop/model/rects';
import type { DocumentState, Rect, Samples } from '../photoshop/model/state';
import type { Core } from '../photoshop/modules/core';
import { colorDifference, type LabColor } from './colorDifference';

/** Pixels on either side of the edge whose colors are compared. */
const band = 4;
/** Pixels between the two bands: the transition of the mask. */
const transition = 3;

/**
 * The largest step of color (ΔE2000) across one of the four edges of a rectangle: the mean just inside against the mean
 * beyond the transition outside.
 */
export function largestRingStep(state: DocumentState, { left, top, right, bottom }: Rect, core: Core): number {
  const lab = labOf(state, core);
  const mean = (area: Rect) => meanIn(lab, state.width, area);
  const pairs: readonly (readonly [Rect, Rect])[] = [
    [strip(left, top, left + band, bottom), strip(left - transition - band, top, left - transition, bottom)],
    [strip(right - band, top, right, bottom), strip(right + transition, top, right + transition + band, bottom)],
    [strip(left, top, right, top + band), strip(left, top - transition - band, right, top - transition)],
    [strip(left, bottom - band, right, bottom), strip(left, bottom + transition, right, bottom + transition + band)],
  ];
  return Math.max(...pairs.map(([inside, outside]) => colorDifference(mean(inside), mean(outside))));
}

function strip(left: number, top: number, right: number, bottom: number): Rect {
  return { left, top, right, bottom };
}

function labOf(state: DocumentState, core: Core): readonly Samples[] {
  const { mode, profile } = state;
  const { color } = core.composite(state, canvasOf(state));
  return core.convert(color, { mode, ...(profile && { profile }) }, { mode: 'lab' }, 16);
}

function meanIn([l, a, b]: readonly Samples[], width: number, { left, top, right, bottom }: Rect): LabColor {
  const mean = (plane: Samples) => {
    let sum = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += plane[y * width + x];
    return sum / ((right - left) * (bottom - top));
  };
  return [(mean(l) * 100) / 32768, (mean(a) - 16384) / 128, (mean(b) - 16384) / 128];
}
