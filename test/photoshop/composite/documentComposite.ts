import { canvasOf, intersectRects, isEmptyRect, widthOf } from '../model/rects';
import { regionOf } from '../model/samples';
import type { DocumentState, LazyPlanes, Planes, Rect, Samples } from '../model/state';
import { createRowReader } from '../psd/readRows';
import { bandsOf } from './bands';
import { CannotDraw } from './cannotDraw';
import { changedAreas } from './changedAreas';
import { compositeRegion, isOpaque } from './compositeRegion';
import { createDrawing } from './drawing';
import { linesOf } from './lines';
import { opaqueLike, patchComposite, type Patch } from './patchComposite';
import { storedCompositeOf, type StoredComposite } from './storedComposite';
import { textInFile } from './textInFile';
import { whatCannotBeDrawn } from './whatCannotBeDrawn';

export interface DocumentComposite {
  readonly planes: Planes;
  /** What the picture is built on, where something in it cannot be drawn. */
  readonly notes: readonly string[];
}

/**
 * The document's picture within `area` (inside the canvas). What has not changed since the document was opened is as
 * the file's own composite shows it, bit for bit. Throws `CannotDraw` where something cannot be drawn and there is no
 * stored composite to build on.
 */
export function documentComposite(state: DocumentState, area: Rect): DocumentComposite {
  const wanted = intersectRects(area, canvasOf(state));
  const stored = storedCompositeOf(state);
  if (stored) return compositeFromStored(stored, state, wanted);
  const lacking = whatCannotBeDrawn(state, wanted);
  if (lacking.length > 0) throw new CannotDraw(lacking);
  return { planes: compositeRegion(state, wanted), notes: [] };
}

/** Whether the composite of a state carries alpha: as the stored one does, or because its Background is gone. */
export function compositeHasAlpha(state: DocumentState): boolean {
  const stored = storedCompositeOf(state);
  if (!stored) return !isOpaque(state);
  return hasAlpha(stored.composite) || (isOpaque(stored.opened) && !isOpaque(state));
}

function hasAlpha(composite: LazyPlanes): boolean {
  return createRowReader().planes(composite, 1, 0, 0).alpha !== undefined;
}

function compositeFromStored(stored: StoredComposite, state: DocumentState, wanted: Rect): DocumentComposite {
  const { opened } = stored;
  const base = storedRegion(stored, state, wanted);
  const changes = changedAreas(opened, state)
    .map((area) => intersectRects(area, wanted))
    .filter((area) => !isEmptyRect(area));
  const ground = { hasAlpha: base.alpha !== undefined, read: (band: Rect) => cut(base, wanted, band) };
  if (changes.length === 0) return { planes: base, notes: [] };
  const text = textInFile(stored);
  const notes = changes.flatMap((area) => {
    const patching = patchComposite({ before: opened, after: state }, area, ground, createDrawing(state, text.way));
    for (const band of bandsOf(area)) paste(patching.patch(band), band, base, wanted);
    return patching.notes;
  });
  return { planes: base, notes: [...new Set([...notes, ...text.notes])] };
}

/** A copy of the stored composite's part, with alpha where the state wants it. */
export function storedRegion({ composite }: StoredComposite, state: DocumentState, wanted: Rect): Planes {
  const rows = { ...canvasOf(state), top: wanted.top, bottom: wanted.bottom };
  const { color, alpha } = createRowReader().planes(composite, widthOf(rows), rows.top, rows.bottom);
  const part = (plane: Samples) => regionOf(plane, rows, wanted, 0);
  const own = color.map(part);
  if (alpha) return { color: own, alpha: part(alpha) };
  return compositeHasAlpha(state) && own[0] ? { color: own, alpha: opaqueLike(own[0]) } : { color: own };
}

function cut({ color, alpha }: Planes, from: Rect, area: Rect): Planes {
  const part = (plane: Samples) => regionOf(plane, from, area, 0);
  return alpha ? { color: color.map(part), alpha: part(alpha) } : { color: color.map(part) };
}

/** Writes what is new of a band. */
function paste({ planes, changed }: Patch, band: Rect, base: Planes, wanted: Rect): void {
  const { width, height, targetStart, targetStride } = linesOf(wanted, band, band);
  const pasteInto = (target: Samples, source: Samples) => {
    for (let y = 0, i = 0; y < height; y++) {
      const start = targetStart + y * targetStride;
      for (let t = start; t < start + width; t++, i++) if (changed[i] === 1) target[t] = source[i] ?? 0;
    }
  };
  base.color.forEach((plane, i) => pasteInto(plane, planes.color[i] ?? plane));
  if (base.alpha && planes.alpha) pasteInto(base.alpha, planes.alpha);
}
