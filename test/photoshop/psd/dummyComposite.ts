import { listed } from '../composite/cannotDraw';
import { whatCannotBeDrawn } from '../composite/whatCannotBeDrawn';
import { colorChannelsOf } from '../model/modes';
import { canvasOf } from '../model/rects';
import type { DocumentState } from '../model/state';
import { decodeRowBytes, type EncodedPlane } from './encodedPlane';
import type { MergedImage } from './mergedImage';
import { PlanesOrigin, psdOriginOf } from './origin';

/**
 * What stands in place of a composite in a file that was saved without one: it may stay, and go on saying that it is
 * none, where no honest composite can be made of the layers.
 */
export function dummyCompositeOf(state: DocumentState, onNote: (note: string) => void): PlanesOrigin | undefined {
  const origin = psdOriginOf(state);
  const opened = origin?.opened;
  if (!opened || opened.storedComposite || !sameShape(opened, state)) return undefined;
  const lacking = whatCannotBeDrawn(state, canvasOf(state));
  if (lacking.length === 0) return undefined;
  onNote(`The file came without a composite and is written without one, because of ${listed(lacking)}.`);
  const { section, merged } = origin;
  const colors = colorChannelsOf(state.mode);
  return new PlanesOrigin(
    merged.planes.slice(0, colors),
    section.compositeHasAlpha ? merged.planes[colors] : undefined,
  );
}

/** Whether all values of a composite are zero: some programs leave it so, and do not say that it is none. */
export function isBlank({ planes }: MergedImage): boolean {
  return planes.every(isZero);
}

const bandRows = 64;

function isZero(plane: EncodedPlane): boolean {
  const { data, height } = plane;
  if (data.kind === 'raw') return data.bytes.every((value) => value === 0);
  if (data.kind !== 'packed') return false;
  for (let top = 0; top < height; top += bandRows) {
    if (decodeRowBytes(plane, top, Math.min(height, top + bandRows)).some((value) => value !== 0)) return false;
  }
  return true;
}

function sameShape(a: DocumentState, b: DocumentState): boolean {
  return a.width === b.width && a.height === b.height && a.mode === b.mode && a.depth === b.depth;
}
