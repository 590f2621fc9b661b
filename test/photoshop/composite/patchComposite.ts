import { whiteOf } from '../model/modes';
import { canvasOf, intersectRects, isEmptyRect, sizeOf, uniteRects } from '../model/rects';
import { createSamples, depthOf, fullScale } from '../model/samples';
import type { DocumentState, LayerState, Planes, Rect, Samples } from '../model/state';
import { ontoWhite } from '../psd/matte';
import { listed } from './cannotDraw';
import { compositeOver, compositePair, compositeRegion } from './compositeRegion';
import { extentOf } from './extent';
import { undrawableIn, whatCannotBeDrawn } from './whatCannotBeDrawn';

/** The new picture of an area, and which of its pixels are not as they stand in the stored composite. */
export interface Patch {
  readonly planes: Planes;
  /** 1 where a pixel is new. */
  readonly changed: Uint8Array;
  readonly notes: readonly string[];
}

/**
 * The picture of `area` after changes, on the ground of what the file's own composite showed there before: pixels that
 * come out alike before and after keep the stored value; the others take the new one.
 */
export function patchComposite(opened: DocumentState, current: DocumentState, area: Rect, stored: Planes): Patch {
  const lacking = whatCannotBeDrawn(current, area);
  if (lacking.length > 0) return patchWithout(lacking, opened, current, area, stored);
  if (whatCannotBeDrawn(opened, area).length > 0) {
    const planes = fitted(compositeRegion(current, area), stored, current);
    return { planes, changed: everywhere(area), notes: [] };
  }
  const { before, after } = compositePair(opened, current, area);
  return chosen(stored, fitted(before, stored, opened), fitted(after, stored, current), []);
}

/** Something cannot be drawn: the stored composite has it, so that what changed is laid over that, or added to it. */
function patchWithout(
  lacking: readonly string[],
  opened: DocumentState,
  current: DocumentState,
  area: Rect,
  stored: Planes,
): Patch {
  const over = layersOver(opened, current, area);
  if (over) {
    const note = `The composite is built on the one stored in the file, because of ${listed(lacking)}.`;
    return chosen(stored, stored, fitted(compositeOver(current, over, area, stored), stored, current), [note]);
  }
  const pair = compositePair(opened, current, area);
  const [before, after] = [fitted(pair.before, stored, opened), fitted(pair.after, stored, current)];
  const note = `Where layers changed, the composite is an estimate on the one stored in the file, because of ${listed(lacking)}.`;
  return chosen(stored, before, added(stored, before, after), [note]);
}

/** The layers that lie over all that the stored composite shows here, when nothing else has changed. */
function layersOver(opened: DocumentState, current: DocumentState, area: Rect): readonly LayerState[] | undefined {
  const common = commonEnd(opened.layers, current.layers);
  const over = current.layers.slice(0, current.layers.length - common);
  const before = opened.layers.slice(0, opened.layers.length - common);
  const canvas = canvasOf(current);
  const reach = (layers: readonly LayerState[]) =>
    layers.reduce((whole, layer) => uniteRects(whole, intersectRects(extentOf(layer, canvas), area)), {
      ...area,
      right: area.left,
    });
  const tears = over.at(-1)?.clipped === true || before.at(-1)?.clipped === true;
  const isFree = isEmptyRect(reach(before)) && undrawableIn(over, current, area).length === 0;
  return isFree && !tears ? over : undefined;
}

function commonEnd(a: readonly LayerState[], b: readonly LayerState[]): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}

/** Planes with alpha exactly where `like` has it; without, they are laid on white. */
function fitted({ color, alpha }: Planes, like: Planes, state: DocumentState): Planes {
  const white = whiteOf(state);
  if (!like.alpha)
    return alpha ? { color: color.map((plane, i) => ontoWhite(plane, alpha, white[i] ?? 0)) } : { color };
  return { color, alpha: alpha ?? opaqueLike(color[0] ?? like.alpha) };
}

export function opaqueLike(plane: Samples): Samples {
  const depth = depthOf(plane);
  return createSamples(depth, plane.length).fill(fullScale(depth));
}

function everywhere(area: Rect): Uint8Array {
  return new Uint8Array(sizeOf(area)).fill(1);
}

function planesOf({ color, alpha }: Planes): readonly Samples[] {
  return alpha ? [...color, alpha] : color;
}

/** `after` where it differs from `before`, else `stored`. */
function chosen(stored: Planes, before: Planes, after: Planes, notes: readonly string[]): Patch {
  const changed = differences(planesOf(before), planesOf(after));
  const choose = (kept: Samples, fresh: Samples) => {
    const plane = kept.slice();
    for (let i = 0; i < plane.length; i++) if (changed[i] === 1) plane[i] = fresh[i] ?? 0;
    return plane;
  };
  const color = stored.color.map((plane, i) => choose(plane, after.color[i] ?? plane));
  const planes = stored.alpha ? { color, alpha: choose(stored.alpha, after.alpha ?? stored.alpha) } : { color };
  return { planes, changed, notes };
}

function differences(before: readonly Samples[], after: readonly Samples[]): Uint8Array {
  const changed = new Uint8Array(before[0]?.length ?? 0);
  before.forEach((plane, c) => {
    const other = after[c] ?? plane;
    for (let i = 0; i < changed.length; i++) if (plane[i] !== other[i]) changed[i] = 1;
  });
  return changed;
}

/** stored + after - before, kept in range. */
function added(stored: Planes, before: Planes, after: Planes): Planes {
  const add = (base: Samples, old: Samples, fresh: Samples) => {
    const sum = (value: number, i: number) => value + (fresh[i] ?? 0) - (old[i] ?? 0);
    if (base instanceof Float32Array) return base.map(sum);
    const full = fullScale(depthOf(base));
    return base.map((value, i) => Math.min(full, Math.max(0, sum(value, i))));
  };
  const color = stored.color.map((plane, i) => add(plane, before.color[i] ?? plane, after.color[i] ?? plane));
  if (!stored.alpha) return { color };
  return { color, alpha: add(stored.alpha, before.alpha ?? stored.alpha, after.alpha ?? stored.alpha) };
}
