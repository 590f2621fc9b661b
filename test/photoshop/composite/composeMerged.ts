import { canvasOf, sizeOf, widthOf } from '../model/rects';
import type { DocumentState, Planes } from '../model/state';
import { createOpaquePlane } from '../psd/emptyPlane';
import { encodePlane, type EncodedPlane } from '../psd/encodedPlane';
import { planesOriginOf } from '../psd/origin';
import { bandsOf } from './bands';
import { compositeRegion, emptyPlanes } from './compositeRegion';
import { compositeHasAlpha, documentComposite } from './documentComposite';
import { createDrawing } from './drawing';
import { editRows, type EditedRows } from './editRows';
import { matted } from './matted';
import { storedCompositeOf } from './storedComposite';
import { whatCannotBeDrawn } from './whatCannotBeDrawn';

/** The whole composite as planes of a file, alpha last, and what is new in them. */
export interface Merged {
  readonly planes: readonly EncodedPlane[];
  readonly hasAlpha: boolean;
  /** Rows that take the place of those in the planes, from top to bottom; drawn as they are asked for. */
  readonly edits: Iterable<EditedRows>;
}

/**
 * Rows of the composite in the file in which nothing has changed stay as they came; in the others only the pixels that
 * are new are written. Every `yield` is a chance to do something else.
 */
export function* composeMerged(state: DocumentState, onNote: (note: string) => void): Generator<undefined, Merged> {
  const stored = storedCompositeOf(state);
  const origin = stored && planesOriginOf(stored.composite);
  const hasAlpha = compositeHasAlpha(state);
  if (!stored || !origin) return { planes: yield* encodeWhole(state), hasAlpha, edits: [] };
  const alpha = origin.alpha ?? (hasAlpha ? createOpaquePlane(state) : undefined);
  const planes = [...origin.color, ...(alpha ? [alpha] : [])];
  return { planes, hasAlpha, edits: editRows(planes, stored, state, onNote) };
}

function* encodeWhole(state: DocumentState): Generator<undefined, readonly EncodedPlane[]> {
  const { width, height, depth } = state;
  const planes: EncodedPlane[] = [];
  for (const plane of matted(yield* drawWhole(state), state)) {
    yield;
    planes.push(encodePlane(plane, width, height, depth));
  }
  return planes;
}

function* drawWhole(state: DocumentState): Generator<undefined, Planes> {
  const canvas = canvasOf(state);
  const isDrawable = !storedCompositeOf(state) && whatCannotBeDrawn(state, canvas).length === 0;
  if (!isDrawable) return documentComposite(state, canvas).planes;
  const whole = emptyPlanes(state, sizeOf(canvas));
  const drawing = createDrawing(state);
  for (const rows of bandsOf(canvas, pixelsAtOnce)) {
    yield;
    const { color, alpha } = compositeRegion(state, rows, drawing);
    const start = rows.top * widthOf(canvas);
    color.forEach((plane, i) => whole.color[i]?.set(plane, start));
    if (alpha) whole.alpha?.set(alpha, start);
  }
  return whole;
}

/** Few enough that whoever waits is not kept waiting. */
const pixelsAtOnce = 1 << 19;
