import { canvasOf, intersectRects, isEmptyRect } from '../model/rects';
import type { DocumentState, Rect } from '../model/state';
import { decodeRowBytes, type EncodedPlane } from '../psd/encodedPlane';
import { bandsOf } from './bands';
import { changedAreas } from './changedAreas';
import { compositeHasAlpha, storedRegion } from './documentComposite';
import { createDrawing } from './drawing';
import { matted } from './matted';
import { patchComposite, type Patching } from './patchComposite';
import type { StoredComposite } from './storedComposite';
import { stripsOf } from './strips';
import { textInFile } from './textInFile';
import { writeChanged } from './writeChanged';

/** Rows of all planes as the file counts them; the bytes are good until the next rows are asked for. */
export interface EditedRows {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly Uint8Array[];
}

/** Rows in which something has changed since the file was opened: `planes` with the new values in them. */
export function* editRows(
  planes: readonly EncodedPlane[],
  stored: StoredComposite,
  state: DocumentState,
  onNote: (note: string) => void,
): Generator<EditedRows, void> {
  const areas = changedAreas(stored.opened, state);
  const patchIn = createPatcher(areas, stored, state, onNote);
  const scratch: Uint8Array[] = planes.map(() => new Uint8Array(0));
  for (const strip of stripsOf(areas, canvasOf(state))) {
    const patches = patchIn(strip);
    for (const part of bandsOf(strip, pixelsAtOnce)) {
      const rows = planes.map(
        (plane, c) => (scratch[c] = copyInto(scratch[c], decodeRowBytes(plane, part.top, part.bottom))),
      );
      for (const { area, patching } of patches) patchRows(rows, part, intersectRects(area, part), patching, state);
      yield { top: part.top, bottom: part.bottom, rows };
    }
  }
}

/** Few enough that whoever waits is not kept waiting. */
const pixelsAtOnce = 1 << 18;

interface AreaPatching {
  readonly area: Rect;
  readonly patching: Patching;
}

/** For a strip of the canvas, how each area in it is patched. Each area is drawn from top to bottom. */
function createPatcher(
  areas: readonly Rect[],
  stored: StoredComposite,
  state: DocumentState,
  onNote: (note: string) => void,
): (strip: Rect) => readonly AreaPatching[] {
  const read = (band: Rect) => storedRegion(stored, state, band);
  const ground = { hasAlpha: compositeHasAlpha(state), read };
  if (areas.length === 0) return () => [];
  const text = textInFile(stored);
  text.notes.forEach(onNote);
  const drawn = areas.map((area) => ({ area, drawing: createDrawing(state, text.way) }));
  return (strip) =>
    drawn.flatMap(({ area: changed, drawing }) => {
      const area = intersectRects(changed, strip);
      if (isEmptyRect(area)) return [];
      const patching = patchComposite({ before: stored.opened, after: state }, area, ground, drawing);
      patching.notes.forEach(onNote);
      return [{ area, patching }];
    });
}

function patchRows(
  rows: readonly Uint8Array[],
  part: Rect,
  area: Rect,
  { patch }: Patching,
  state: DocumentState,
): void {
  for (const band of bandsOf(area)) {
    const { planes, changed } = patch(band);
    matted(planes, state).forEach((plane, c) => writeChanged(plane, changed, band, rows[c], part));
  }
}

function copyInto(scratch: Uint8Array, bytes: Uint8Array): Uint8Array {
  const target = scratch.length === bytes.length ? scratch : new Uint8Array(bytes.length);
  target.set(bytes);
  return target;
}
