import { colorChannelsOf } from '../model/modes';
import { canvasOf, intersectRects, sizeOf, widthOf } from '../model/rects';
import { createSamples } from '../model/samples';
import type { DocumentState, Planes, Rect } from '../model/state';
import { bandsOf } from './bands';
import { createBuffer, type Buffer } from './buffer';
import { drawLayers } from './drawLayers';
import { beginBand, createDrawing } from './drawing';
import { quantizeInto } from './quantize';

/**
 * What the layers show of `area` (inside the canvas), at the document's depth, blended in its own encoded values as
 * Photoshop does. `alpha` is absent where a visible Background makes the document opaque. What cannot be drawn is left
 * out: `whatCannotBeDrawn` names it.
 */
export function compositeRegion(state: DocumentState, area: Rect, drawing = createDrawing(state)): Planes {
  const wanted = intersectRects(area, canvasOf(state));
  const planes = emptyPlanes(state, sizeOf(wanted));
  for (const band of bandsOf(wanted)) {
    beginBand(drawing);
    const buffer = createBuffer(band, planes.color.length, drawing.arena);
    drawLayers(buffer, state.layers, band, drawing);
    storeInto(planes, buffer, (band.top - wanted.top) * widthOf(wanted));
  }
  return planes;
}

/** A visible Background lets nothing shine through. */
export function isOpaque({ layers }: DocumentState): boolean {
  const bottom = layers.at(-1);
  return bottom !== undefined && bottom.isBackground && bottom.visible;
}

/** Planes for a picture of a state, with alpha where it is not opaque. */
export function emptyPlanes(state: DocumentState, size: number): Planes {
  const color = Array.from({ length: colorChannelsOf(state.mode) }, () => createSamples(state.depth, size));
  return isOpaque(state) ? { color } : { color, alpha: createSamples(state.depth, size) };
}

/** A working picture as samples, from `start` on. */
export function storeInto(planes: Planes, { color, alpha }: Buffer, start: number): void {
  planes.color.forEach((plane, i) => quantizeInto(plane, start, color[i] ?? alpha));
  if (planes.alpha) quantizeInto(planes.alpha, start, alpha);
}
