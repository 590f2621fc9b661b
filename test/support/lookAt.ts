import { compositeRegion } from '../photoshop/composite/compositeRegion';
import { findLayer, siblingsOf } from '../photoshop/model/findLayer';
import { canvasOf } from '../photoshop/model/rects';
import { createSamples, fullScale, regionOf } from '../photoshop/model/samples';
import type { Coverage, DocumentState, LayerState, Planes, Samples } from '../photoshop/model/state';
import type { Core } from '../photoshop/modules/core';

/** What is seen of a document. */
export function seen(state: DocumentState, core: Pick<Core, 'composite'> = { composite: compositeRegion }): Planes {
  return core.composite(state, canvasOf(state));
}

export function layerNamed(state: DocumentState, id: number | undefined): LayerState {
  const layer = id === undefined ? undefined : findLayer(state, id);
  if (layer === undefined) throw new Error(`There is no layer ${String(id)}`);
  return layer;
}

/** The layer directly below, in the same group. */
export function below(state: DocumentState, id: number): number | undefined {
  const siblings = siblingsOf(state, id);
  return siblings[siblings.findIndex((layer) => layer.id === id) + 1]?.id;
}

/** A layer's mask over the whole canvas. */
export function maskPlane(state: DocumentState, id: number): Samples {
  const { mask } = layerNamed(state, id);
  if (mask === undefined) throw new Error(`Layer ${String(id)} has no mask`);
  return regionOf(mask.samples(), mask.bounds, canvasOf(state), mask.outside);
}

/** A selection over the whole canvas. */
export function selectionPlane(state: DocumentState, { bounds, samples }: Coverage): Samples {
  const plane = regionOf(samples, bounds, canvasOf(state), 0);
  return plane instanceof createSamples(state.depth, 0).constructor ? plane : createSamples(state.depth, plane.length);
}

/** How many pixels outside a mask are not as they were, bit for bit. */
export function changedOutside(mask: Samples, before: Planes, after: Planes): number {
  let changed = 0;
  const pairs = planesOf(before).map((plane, i) => [plane, planesOf(after)[i]] as const);
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0 && pairs.some(([was, is]) => was[i] !== is?.[i])) changed++;
  }
  return changed;
}

/**
 * How much darker or lighter, in 8-bit levels, a picture is just inside of a mask's edge than just outside, on the mean
 * of all edge pixels, in the channel where it is most.
 */
export function stepAtEdge(state: DocumentState, mask: Samples, picture: Planes): number {
  const full = fullScale(state.depth);
  const inside = ringOf(
    state,
    mask,
    (value) => value === full,
    (value) => value < full,
  );
  const outside = ringOf(
    state,
    mask,
    (value) => value === 0,
    (value) => value > 0,
  );
  const steps = picture.color.map((plane) => Math.abs(meanAt(plane, inside) - meanAt(plane, outside)));
  return (Math.max(...steps) * 255) / full;
}

function planesOf({ color, alpha }: Planes): readonly Samples[] {
  return alpha ? [...color, alpha] : color;
}

/** The pixels that are one thing and have a neighbor, at most two pixels away, that is the other. */
function ringOf(
  { width, height }: DocumentState,
  mask: Samples,
  isIn: (value: number) => boolean,
  isOver: (value: number) => boolean,
): readonly number[] {
  const near = [-2 * width, -width, -2, -1, 1, 2, width, 2 * width];
  const found: number[] = [];
  for (let i = 2 * width; i < width * (height - 2); i++) {
    if (isIn(mask[i]) && near.some((by) => isOver(mask[i + by]))) found.push(i);
  }
  return found;
}

function meanAt(plane: Samples, places: readonly number[]): number {
  return places.reduce((sum, at) => sum + plane[at], 0) / places.length;
}
