import { z } from 'zod';
import type { InlayLayer } from '../host/host';
import { heightOf, intersect, isEmpty, type Rect, shift, widthOf } from '../image/rect';

/**
 * How many edits in a row some part of an area went through already: the most layers of ours that lie there one over the
 * other. Those that do not touch the area do not count.
 */
export function passesOver(area: Rect, beneath: readonly InlayLayer[]): number {
  const touched = beneath.map((layer) => intersect(shownIn(layer), area)).filter((part) => !isEmpty(part));
  return touched.reduce((most, { left }) => Math.max(most, deepestAt(left, touched)), 0);
}

/** The same for a picture that is widened to `canvas`: what counts is what is continued, a strip as wide as what is added. */
export function passesBeside(picture: Rect, canvas: Rect, beneath: readonly InlayLayer[]): number {
  const continued = [
    { ...picture, right: picture.left + (picture.left - canvas.left) },
    { ...picture, bottom: picture.top + (picture.top - canvas.top) },
    { ...picture, left: picture.right - (canvas.right - picture.right) },
    { ...picture, top: picture.bottom - (canvas.bottom - picture.bottom) },
  ];
  return Math.max(...continued.map((strip) => passesOver(strip, beneath)));
}

/** The most of them over one point of a column: where the deepest place of all begins, one of them begins. */
function deepestAt(x: number, areas: readonly Rect[]): number {
  const here = areas.filter(({ left, right }) => left <= x && x < right);
  const depthAt = (y: number) => here.filter(({ top, bottom }) => top <= y && y < bottom).length;
  return here.reduce((most, { top }) => Math.max(most, depthAt(top)), 0);
}

const corners = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const record = z.object({ context: corners, target: corners });

/** Where a layer shows what it brought: all of it, where its record does not say, or it was scaled since. */
function shownIn({ bounds, provenance }: InlayLayer): Rect {
  const told = record.safeParse(readJson(provenance));
  if (!told.success) return bounds;
  const [context, target] = [rectFrom(told.data.context), rectFrom(told.data.target)];
  const isWhole = widthOf(context) === widthOf(bounds) && heightOf(context) === heightOf(bounds);
  const moved = isWhole ? shift(target, bounds.left - context.left, bounds.top - context.top) : target;
  const shown = intersect(moved, bounds);
  return isEmpty(shown) ? bounds : shown;
}

function rectFrom([left, top, right, bottom]: z.infer<typeof corners>): Rect {
  return { left, top, right, bottom };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
