import { imaging } from 'photoshop';
import { intersect, isEmpty, type Rect, rectOf, sameRect, shift } from '../../image/rect';
import { readCopySelection } from './copyReading';
import { depthOfDocument, isBeyondImaging, type PhotoshopDocument } from './documents';
import { lendMask } from './lend';
import type { ExecutionContext } from './modal';
import { copyCoverage, type Coverage } from './pixels';

/** The selection's box in whole document pixels; nothing where nothing is selected. */
export function selectionBox({ selection: { bounds } }: PhotoshopDocument): Rect | undefined {
  if (bounds === null) return undefined;
  const { left, top, right, bottom } = bounds;
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) };
}

/** The selection, cut to the canvas; nothing where nothing of it lies there. Only in a modal scope. */
export function readSelection(context: ExecutionContext, document: PhotoshopDocument): Promise<Coverage | undefined> {
  return isBeyondImaging(document) ? readCopySelection(context, document, areaOf(document)) : copySelection(document);
}

async function copySelection(document: PhotoshopDocument): Promise<Coverage | undefined> {
  const area = areaOf(document);
  if (area === undefined) return undefined;
  return copyCoverage(await imaging.getSelection({ documentID: document.id, sourceBounds: area }));
}

/** The part of the canvas that holds all that is selected; nothing where none is. */
function areaOf(document: PhotoshopDocument): Rect | undefined {
  const box = selectionBox(document);
  const area = box === undefined ? undefined : intersect(box, rectOf(document));
  return area === undefined || isEmpty(area) ? undefined : area;
}

/**
 * Does the work, and puts the selection back if it got lost on the way. Only in a modal scope. `moved`: by how much the
 * work has moved what stands in the document.
 */
export async function keepingSelection<T>(
  document: PhotoshopDocument,
  work: () => Promise<T>,
  moved: () => { readonly x: number; readonly y: number },
): Promise<T> {
  // there, nothing is done that could lose the selection without putting it back
  if (isBeyondImaging(document)) return work();
  const box = selectionBox(document);
  // what cannot be read could not be put back: better to stop before anything is written
  const before = await copySelection(document);
  const result = await work();
  const after = selectionBox(document);
  if (before === undefined || box === undefined) return result;
  const { x, y } = moved();
  if (after !== undefined && sameRect(after, shift(box, x, y))) return result;
  await putSelection(document, { ...before, bounds: shift(before.bounds, x, y) });
  return result;
}

async function putSelection(document: PhotoshopDocument, { bounds, mask }: Coverage): Promise<void> {
  // the corner is all that counts, the published types ask for more
  const targetBounds = { left: bounds.left, top: bounds.top } as Rect;
  await lendMask(mask, depthOfDocument(document), (imageData) =>
    imaging.putSelection({ documentID: document.id, imageData, replace: true, targetBounds }),
  );
}
