import { whiteOf } from '../model/modes';
import { canvasOf, heightOf, intersectRects, isEmptyRect, widthOf } from '../model/rects';
import type { DocumentState, Planes, Rect, Samples } from '../model/state';
import { createOpaquePlane } from '../psd/emptyPlane';
import { decodeRowBytes, encodePlane } from '../psd/encodedPlane';
import { ontoWhite } from '../psd/matte';
import { PlanesOrigin, planesOriginOf } from '../psd/origin';
import { createPlaneEditor } from '../psd/planeEditor';
import { to65535 } from '../psd/samples';
import { bandsOf } from './bands';
import { changedAreas } from './changedAreas';
import { compositeHasAlpha, documentComposite, storedRegion } from './documentComposite';
import { createDrawing } from './drawing';
import { linesOf, type Lines } from './lines';
import { patchComposite } from './patchComposite';
import { storedCompositeOf, type StoredComposite } from './storedComposite';

/**
 * The whole composite as planes of a file. Rows in which nothing has changed stay packed as they came; in the others
 * only the pixels that are new are written.
 */
export function composeMerged(state: DocumentState, onNote: (note: string) => void): PlanesOrigin {
  const stored = storedCompositeOf(state);
  const origin = stored && planesOriginOf(stored.composite);
  return stored && origin ? editStored(state, stored, origin, onNote) : encodeWhole(state);
}

function encodeWhole(state: DocumentState): PlanesOrigin {
  const { width, height, depth } = state;
  const { planes } = documentComposite(state, canvasOf(state));
  const encoded = matted(planes, state).map((plane) => encodePlane(plane, width, height, depth));
  return planes.alpha
    ? new PlanesOrigin(encoded.slice(0, -1), encoded.at(-1), whiteOf(state))
    : new PlanesOrigin(encoded);
}

function editStored(
  state: DocumentState,
  stored: StoredComposite,
  origin: PlanesOrigin,
  onNote: (note: string) => void,
): PlanesOrigin {
  const areas = changedAreas(stored.opened, state);
  const alpha = origin.alpha ?? (compositeHasAlpha(state) ? createOpaquePlane(state) : undefined);
  const planes = [...origin.color, ...(alpha ? [alpha] : [])];
  const editors = planes.map(createPlaneEditor);
  const ground = { hasAlpha: alpha !== undefined, read: (band: Rect) => storedRegion(stored, state, band) };
  const drawings = areas.map(() => createDrawing(state));
  for (const strip of stripsOf(areas, canvasOf(state))) {
    const rows = planes.map((plane) => decodeRowBytes(plane, strip.top, strip.bottom).slice());
    areas.forEach((changedArea, i) => {
      const area = intersectRects(changedArea, strip);
      if (isEmptyRect(area)) return;
      const drawing = drawings[i] ?? createDrawing(state);
      const patching = patchComposite({ before: stored.opened, after: state }, area, ground, drawing);
      patching.notes.forEach(onNote);
      for (const band of bandsOf(area)) {
        const { planes: fresh, changed } = patching.patch(band);
        matted(fresh, state).forEach((plane, c) => writeChanged(plane, changed, band, rows[c], strip));
      }
    });
    editors.forEach((editor, i) => editor.replaceRows(strip.top, strip.bottom, rows[i] ?? new Uint8Array(0)));
  }
  const edited = editors.map((editor) => editor.finish());
  return alpha ? new PlanesOrigin(edited.slice(0, -1), edited.at(-1), whiteOf(state)) : new PlanesOrigin(edited);
}

/** Color as it stands in a file, laid on white where there is alpha, then alpha. */
function matted({ color, alpha }: Planes, state: DocumentState): readonly Samples[] {
  if (!alpha) return color;
  const white = whiteOf(state);
  return [...color.map((plane, i) => ontoWhite(plane, alpha, white[i] ?? 0)), alpha];
}

const stripPixels = 1 << 22;

/** Whole rows of the canvas that hold all areas, top to bottom, in pieces that keep the memory small. */
function stripsOf(areas: readonly Rect[], canvas: Rect): readonly Rect[] {
  const height = Math.max(1, Math.floor(stripPixels / widthOf(canvas)));
  const strips: Rect[] = [];
  for (let top = canvas.top; top < canvas.bottom; top += height) {
    const strip = { ...canvas, top, bottom: Math.min(canvas.bottom, top + height) };
    const parts = areas.map((area) => intersectRects(area, strip)).filter((part) => heightOf(part) > 0);
    if (parts.length === 0) continue;
    const bounds = {
      top: Math.min(...parts.map((part) => part.top)),
      bottom: Math.max(...parts.map((part) => part.bottom)),
    };
    strips.push({ ...canvas, ...bounds });
  }
  return strips;
}

/** Writes the new values of a band into the bytes of a strip of the canvas. */
function writeChanged(
  plane: Samples,
  changed: Uint8Array,
  band: Rect,
  rows: Uint8Array | undefined,
  strip: Rect,
): void {
  const lines = linesOf(strip, band, band);
  if (!rows) return;
  if (plane instanceof Uint8Array) write8(plane, changed, rows, lines);
  else if (plane instanceof Uint16Array) write16(plane, changed, rows, lines);
  else write32(plane, changed, rows, lines);
}

function write8(plane: Uint8Array, changed: Uint8Array, rows: Uint8Array, lines: Lines): void {
  const { width, height, targetStart, targetStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    const start = targetStart + y * targetStride;
    for (let t = start; t < start + width; t++, i++) if (changed[i] === 1) rows[t] = plane[i];
  }
}

function write16(plane: Uint16Array, changed: Uint8Array, rows: Uint8Array, lines: Lines): void {
  const { width, height, targetStart, targetStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    let at = (targetStart + y * targetStride) * 2;
    for (let x = 0; x < width; x++, i++, at += 2) {
      if (changed[i] === 0) continue;
      const value = to65535(plane[i]);
      rows[at] = value >> 8;
      rows[at + 1] = value;
    }
  }
}

function write32(plane: Float32Array, changed: Uint8Array, rows: Uint8Array, lines: Lines): void {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  const { width, height, targetStart, targetStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    let at = (targetStart + y * targetStride) * 4;
    for (let x = 0; x < width; x++, i++, at += 4) if (changed[i] === 1) view.setFloat32(at, plane[i]);
  }
}
