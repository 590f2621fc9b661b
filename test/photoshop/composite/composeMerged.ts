import { whiteOf } from '../model/modes';
import { canvasOf, heightOf, intersectRects, isEmptyRect, widthOf } from '../model/rects';
import type { DocumentState, Planes, Rect, Samples } from '../model/state';
import { createOpaquePlane } from '../psd/emptyPlane';
import { decodeRowBytes, encodePlane } from '../psd/encodedPlane';
import { ontoWhite } from '../psd/matte';
import { PlanesOrigin, planesOriginOf } from '../psd/origin';
import { createPlaneEditor } from '../psd/planeEditor';
import { bytesFromSamples, bytesPerSample } from '../psd/samples';
import { changedAreas } from './changedAreas';
import { compositeHasAlpha, documentComposite, storedRegion } from './documentComposite';
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
  for (const strip of stripsOf(areas, canvasOf(state))) {
    const rows = planes.map((plane) => decodeRowBytes(plane, strip.top, strip.bottom).slice());
    for (const area of areas.map((changed) => intersectRects(changed, strip))) {
      if (isEmptyRect(area)) continue;
      const {
        planes: fresh,
        changed,
        notes,
      } = patchComposite(stored.opened, state, area, storedRegion(stored, state, area));
      notes.forEach(onNote);
      const size = bytesPerSample(state.depth);
      matted(fresh, state).forEach((plane, i) =>
        writeChanged(plane, changed, area, rows[i] ?? new Uint8Array(0), strip, size),
      );
    }
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

function writeChanged(
  plane: Samples,
  changed: Uint8Array,
  area: Rect,
  rows: Uint8Array,
  strip: Rect,
  size: number,
): void {
  const bytes = bytesFromSamples(plane);
  const width = widthOf(area);
  for (let y = 0, i = 0; y < heightOf(area); y++) {
    let at = ((area.top - strip.top + y) * widthOf(strip) + area.left - strip.left) * size;
    for (let x = 0; x < width; x++, i++, at += size) {
      if (changed[i] === 0) continue;
      for (let part = 0; part < size; part++) rows[at + part] = bytes[i * size + part] ?? 0;
    }
  }
}
