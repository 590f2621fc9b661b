import { colorChannelsOf } from '../model/modes';
import { canvasOf, heightOf, intersectRects, isEmptyRect, sizeOf, widthOf } from '../model/rects';
import { createSamples, fullScale } from '../model/samples';
import type { Depth, DocumentState, LayerState, Planes, Rect, Samples } from '../model/state';
import { createRowReader } from '../psd/readRows';
import { blendingOf } from './blending';
import { createBuffer, type Buffer } from './buffer';
import { copyOf, drawLayers, drawStacks, type Drawing } from './drawLayers';
import { toUnit } from './sourcePixels';
import { stacksOf, type Stack } from './stacks';

/**
 * What the layers show of `area` (inside the canvas), at the document's depth, blended in its own encoded values as
 * Photoshop does. `alpha` is absent where a visible Background makes the document opaque. What cannot be drawn is left
 * out: `whatCannotBeDrawn` names it.
 */
export function compositeRegion(state: DocumentState, area: Rect): Planes {
  const wanted = intersectRects(area, canvasOf(state));
  const planes = emptyPlanes(state, sizeOf(wanted));
  const drawing = drawingOf(state);
  for (const band of bandsOf(wanted)) {
    const buffer = createBuffer(band, planes.color.length);
    drawLayers(buffer, state.layers, band, drawing);
    store(buffer, planes, (band.top - wanted.top) * widthOf(wanted), state.depth);
  }
  return planes;
}

/** The pictures of two states of a document, which share what lies at the bottom of both: that is drawn once. */
export function compositePair(
  before: DocumentState,
  after: DocumentState,
  area: Rect,
): { readonly before: Planes; readonly after: Planes } {
  const size = sizeOf(area);
  const planes = { before: emptyPlanes(before, size), after: emptyPlanes(after, size) };
  const stacks = { before: stacksOf(before.layers), after: stacksOf(after.layers) };
  const common = commonStart(stacks.before, stacks.after);
  const drawing = drawingOf(after);
  for (const band of bandsOf(area)) {
    const start = (band.top - area.top) * widthOf(area);
    const buffer = createBuffer(band, planes.after.color.length);
    drawStacks(buffer, stacks.after.slice(0, common), band, drawing);
    const other = copyOf(buffer);
    drawStacks(buffer, stacks.before.slice(common), band, drawing);
    store(buffer, planes.before, start, before.depth);
    drawStacks(other, stacks.after.slice(common), band, drawing);
    store(other, planes.after, start, after.depth);
  }
  return planes;
}

function commonStart(a: readonly Stack[], b: readonly Stack[]): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && isSameStack(a[count], b[count])) count++;
  return count;
}

function isSameStack(a: Stack | undefined, b: Stack | undefined): boolean {
  if (!a || !b || a.base !== b.base || a.clipped.length !== b.clipped.length) return false;
  return a.clipped.every((layer, i) => layer === b.clipped[i]);
}

/** `layers` over a picture of `area` that is there already. */
export function compositeOver(
  state: DocumentState,
  layers: readonly LayerState[],
  area: Rect,
  beneath: Planes,
): Planes {
  const planes = {
    color: beneath.color.map((plane) => plane.slice()),
    ...(beneath.alpha && { alpha: beneath.alpha.slice() }),
  };
  const drawing = drawingOf(state);
  const scale = 1 / fullScale(state.depth);
  for (const band of bandsOf(area)) {
    const start = (band.top - area.top) * widthOf(area);
    const cut = (plane: Samples) => toUnit(plane.subarray(start), widthOf(area), 0, band, scale);
    const alpha = beneath.alpha ? cut(beneath.alpha) : new Float32Array(sizeOf(band)).fill(1);
    const buffer: Buffer = { area: band, color: beneath.color.map(cut), alpha };
    drawLayers(buffer, layers, band, drawing);
    store(buffer, planes, start, state.depth);
  }
  return planes;
}

function drawingOf(state: DocumentState): Drawing {
  return { mode: state.mode, depth: state.depth, blending: blendingOf(state), rows: createRowReader() };
}

/** A visible Background lets nothing shine through. */
export function isOpaque({ layers }: DocumentState): boolean {
  const bottom = layers.at(-1);
  return bottom !== undefined && bottom.isBackground && bottom.visible;
}

/** Few enough pixels at a time that the working buffers stay in the processor's cache. */
const bandPixels = 1 << 16;

function bandsOf(area: Rect): readonly Rect[] {
  if (isEmptyRect(area)) return [];
  const rows = Math.max(1, Math.floor(bandPixels / widthOf(area)));
  const count = Math.ceil(heightOf(area) / rows);
  return Array.from({ length: count }, (_, i) => ({
    ...area,
    top: area.top + i * rows,
    bottom: Math.min(area.bottom, area.top + (i + 1) * rows),
  }));
}

function emptyPlanes(state: DocumentState, size: number): Planes {
  const color = Array.from({ length: colorChannelsOf(state.mode) }, () => createSamples(state.depth, size));
  return isOpaque(state) ? { color } : { color, alpha: createSamples(state.depth, size) };
}

function store({ color, alpha }: Buffer, planes: Planes, start: number, depth: Depth): void {
  planes.color.forEach((plane, i) => quantize(color[i] ?? alpha, plane, start, depth));
  if (planes.alpha) quantize(alpha, planes.alpha, start, depth);
}

function quantize(unit: Float32Array, plane: Samples, start: number, depth: Depth): void {
  const full = fullScale(depth);
  if (depth === 32) {
    plane.set(unit, start);
    return;
  }
  for (let i = 0; i < unit.length; i++) {
    plane[start + i] = Math.min(full, Math.max(0, unit[i] * full + 0.5));
  }
}
