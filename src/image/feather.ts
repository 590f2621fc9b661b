import type { Sliced } from '../base/slices';
import { growMask } from './grow';
import type { Mask } from './mask';
import { openMask } from './open';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, samplesLike } from './raster';
import { spreadParabolas } from './spreadParabolas';

/**
 * Adds a transition of `width` (0 to 256) pixels outside of what is selected, and never lowers a value: a selection that
 * is soft already keeps its own grays. Parts that a disc of `width` does not fit into get half of it, those that are
 * thinner still a quarter.
 */
export function* featherOutward(mask: Mask, width: number): Sliced<Mask> {
  if (width <= 0) return mask;
  const feathered: Mask = { width: mask.width, height: mask.height, data: mask.data.slice() };
  const ramp = easedRamp(fullScaleOf(mask.data));
  yield* addRamp(feathered.data, mask, width / 4, ramp);
  let thick = yield* thickParts(mask, mask, width / 4);
  for (const level of [width / 2, width]) {
    thick = yield* thickParts(mask, thick, level);
    yield* addRamp(feathered.data, thick, level, ramp);
  }
  return feathered;
}

/**
 * What a disc of `radius` fits into, and the corners beside that: no disc reaches into them (by 0.41 of its radius at a
 * right angle), yet they are not thin. `thinner` keeps a rod that sticks out there from counting as a corner.
 */
function* thickParts(mask: Mask, thinner: Mask, radius: number): Sliced<Mask> {
  const opened = yield* openMask(mask, radius);
  return yield* lowerOf(thinner, yield* growMask(opened, radius / 2));
}

function* lowerOf(a: Mask, b: Mask): Sliced<Mask> {
  const lower = samplesLike(a.data, a.data.length);
  const piece = rowsPerPiece(a.width) * a.width;
  for (let start = 0; start < lower.length; start += piece) {
    const end = Math.min(lower.length, start + piece);
    for (let i = start; i < end; i++) lower[i] = a.data[i] < b.data[i] ? a.data[i] : b.data[i];
    yield;
  }
  return { width: a.width, height: a.height, data: lower };
}

function* addRamp(target: Mask['data'], mask: Mask, width: number, ramp: Uint16Array): Sliced<void> {
  const levels = yield* spreadParabolas(mask, 32768 / fullScaleOf(mask.data), width);
  const piece = rowsPerPiece(mask.width) * mask.width;
  for (let start = 0; start < target.length; start += piece) {
    const end = Math.min(target.length, start + piece);
    for (let i = start; i < end; i++) {
      const value = ramp[levels[i]];
      if (value > target[i]) target[i] = value;
    }
    yield;
  }
}

/**
 * From the height of a parabola (0 to 32768) to the mask's value. At a share `t` of the width the parabola has fallen by
 * t²; the ramp is smooth at both ends (3s² - 2s³ of s = 1 - t) and nowhere above the parabola.
 */
function easedRamp(full: number): Uint16Array {
  const ramp = new Uint16Array(32769);
  for (let level = 0; level <= 32768; level++) {
    const s = 1 - Math.sqrt(1 - level / 32768);
    ramp[level] = Math.round(full * s * s * (3 - 2 * s));
  }
  return ramp;
}
