import { whiteOf } from '../model/modes';
import { canvasOf, intersectRects, isEmptyRect, sizeOf, uniteRects } from '../model/rects';
import { createSamples, depthOf, fullScale } from '../model/samples';
import type { DocumentState, LayerState, Planes, Rect, Samples } from '../model/state';
import { ontoWhite } from '../psd/matte';
import { listed } from './cannotDraw';
import { compositeOver } from './compositeOver';
import { compositePair, type Pair } from './compositePair';
import { compositeRegion, isOpaque } from './compositeRegion';
import type { Drawing } from './drawing';
import { extentOf } from './extent';
import { markDifferences, patchPair } from './patchPair';
import { undrawableIn, whatCannotBeDrawn } from './whatCannotBeDrawn';

/** How the picture of an area is made anew: decided once for all of it, done band by band. */
export interface Patching {
  readonly notes: readonly string[];
  /** `band`: some rows of the area, few enough to be drawn at once. */
  readonly patch: (band: Rect) => Patch;
}

/** The new picture of a band, and which of its pixels are not as they stand in the stored composite. */
export interface Patch {
  /** Only those values count that are new. */
  readonly planes: Planes;
  /** 1 where a pixel is new. */
  readonly changed: Uint8Array;
}

/** What a patch is laid on: the composite that came with the file, read as it is asked for. */
export interface Ground {
  readonly hasAlpha: boolean;
  readonly read: (band: Rect) => Planes;
}

/**
 * The picture of `area` after changes, on the ground of what the file's own composite showed there before: pixels that
 * come out alike before and after keep the stored value; the others take the new one.
 */
export function patchComposite(states: Pair<DocumentState>, area: Rect, ground: Ground, drawing: Drawing): Patching {
  const { before, after } = states;
  const lacking = whatCannotBeDrawn(after, area);
  if (lacking.length > 0) return patchWithout(lacking, states, area, ground, drawing);
  if (whatCannotBeDrawn(before, area).length > 0) {
    const patch = (band: Rect) => ({
      planes: fitted(compositeRegion(after, band, drawing), ground, after),
      changed: new Uint8Array(sizeOf(band)).fill(1),
    });
    return { notes: [], patch };
  }
  if (!ground.hasAlpha && isOpaque(before) && isOpaque(after)) {
    return { notes: [], patch: (band) => patchPair(states, band, drawing) };
  }
  const patch = (band: Rect) => {
    const pair = compositePair(states, band, drawing);
    return compared(fitted(pair.before, ground, before), fitted(pair.after, ground, after));
  };
  return { notes: [], patch };
}

/** Something cannot be drawn: the stored composite has it, so that what changed is laid over that, or added to it. */
function patchWithout(
  lacking: readonly string[],
  states: Pair<DocumentState>,
  area: Rect,
  ground: Ground,
  drawing: Drawing,
): Patching {
  const { before, after } = states;
  const over = layersOver(before, after, area);
  if (over) {
    const note = `The composite is built on the one stored in the file, because of ${listed(lacking)}.`;
    const patch = (band: Rect) => {
      const stored = ground.read(band);
      return compared(stored, fitted(compositeOver(over, band, stored, drawing), ground, after));
    };
    return { notes: [note], patch };
  }
  const note = `Where layers changed, the composite is an estimate on the one stored in the file, because of ${listed(lacking)}.`;
  const patch = (band: Rect) => {
    const pair = compositePair(states, band, drawing);
    const [old, fresh] = [fitted(pair.before, ground, before), fitted(pair.after, ground, after)];
    return compared(old, added(ground.read(band), old, fresh));
  };
  return { notes: [note], patch };
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

/** Planes with alpha exactly where the ground has it; without, they are laid on white. */
function fitted({ color, alpha }: Planes, { hasAlpha }: Ground, state: DocumentState): Planes {
  const white = whiteOf(state);
  if (!hasAlpha) return alpha ? { color: color.map((plane, i) => ontoWhite(plane, alpha, white[i] ?? 0)) } : { color };
  return { color, alpha: alpha ?? opaqueLike(color[0] ?? new Uint8Array(0)) };
}

export function opaqueLike(plane: Samples): Samples {
  const depth = depthOf(plane);
  return createSamples(depth, plane.length).fill(fullScale(depth));
}

function compared(before: Planes, after: Planes): Patch {
  const [old, fresh] = [planesOf(before), planesOf(after)];
  const changed = new Uint8Array(old[0]?.length ?? 0);
  old.forEach((plane, i) => markDifferences(changed, plane, fresh[i] ?? plane));
  return { planes: after, changed };
}

function planesOf({ color, alpha }: Planes): readonly Samples[] {
  return alpha ? [...color, alpha] : color;
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
