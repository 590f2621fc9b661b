import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import { InlayError } from '../../base/errors';
import type { LayerId } from '../../base/ids';
import { heightOf, type Rect, rectOf, shift, type Size, widthOf } from '../../image/rect';
import { layerFromBackground } from './descriptors';
import { isBeyondImaging, type PhotoshopDocument } from './documents';
import { saveSelection, savedSelection } from './savedSelection';

/** What a wider canvas has moved, and the layer that the Background has become. */
export interface Grown {
  readonly by: { readonly x: number; readonly y: number };
  readonly background?: { readonly was: LayerId; readonly is: LayerId };
}

/**
 * Widens the canvas, given in its present coordinates. In a modal scope, with the document in front. A Background would be
 * filled with color where it grows, so it becomes a layer first.
 */
export async function growCanvas(document: PhotoshopDocument, canvas: Rect): Promise<Grown> {
  const by = { x: 0 - canvas.left, y: 0 - canvas.top };
  const background = await freeBackground(document);
  const old = shift(rectOf(document), by.x, by.y);
  await keepingGuides(document, by, () => keepingSavedSelection(document, old, () => resize(document, canvas)));
  return { by, ...(background && { background }) };
}

/** Why the canvas of a document cannot grow; nothing where it can. */
export function fixedCanvasOf(document: PhotoshopDocument): InlayError | undefined {
  return document.artboards.length > 0 ? new InlayError('host.artboards', {}) : undefined;
}

/** To the left and the top first, then to the right and the bottom: at a corner nothing has to be halved. */
async function resize(document: PhotoshopDocument, canvas: Rect): Promise<void> {
  const { BOTTOMRIGHT, TOPLEFT } = constants.AnchorPosition;
  const inner = { width: document.width - canvas.left, height: document.height - canvas.top };
  const outer = { width: widthOf(canvas), height: heightOf(canvas) };
  if (!isOf(document, inner)) await document.resizeCanvas(inner.width, inner.height, BOTTOMRIGHT);
  if (!isOf(document, outer)) await document.resizeCanvas(outer.width, outer.height, TOPLEFT);
  assert(isOf(document, outer), 'a canvas of the size that was asked for');
}

function isOf({ width, height }: Size, size: Size): boolean {
  return width === size.width && height === size.height;
}

/** It may count as another layer then. */
async function freeBackground(document: PhotoshopDocument): Promise<Grown['background']> {
  const background = document.backgroundLayer;
  if (background === null) return undefined;
  const was = background.id as LayerId;
  await layerFromBackground();
  const lowest = [...document.layers].at(-1);
  assert(lowest !== undefined && !lowest.isBackgroundLayer, 'a layer where the Background was');
  return { was, is: lowest.id as LayerId };
}

/** Whether guides follow the picture is not documented: they are looked at, and moved where they did not. */
async function keepingGuides(document: PhotoshopDocument, by: Grown['by'], work: () => Promise<void>): Promise<void> {
  const before = [...document.guides].map(({ id, direction, coordinate }) => ({ id, direction, coordinate }));
  await work();
  const after = new Map([...document.guides].map((guide) => [guide.id, guide]));
  for (const { id, direction, coordinate } of before) {
    const wanted = coordinate + (direction === constants.Direction.VERTICAL ? by.x : by.y);
    const guide = after.get(id);
    if (guide === undefined) document.guides.add(direction, wanted);
    else if (Math.abs(guide.coordinate - wanted) > guideTolerance) guide.coordinate = wanted;
  }
}

/** Guides lie on 32nds of a pixel. */
const guideTolerance = 1 / 16;

/**
 * Where imaging cannot read the selection, it waits in a channel. What a channel holds where the canvas is new is not
 * documented, so that is cut off.
 */
async function keepingSavedSelection(document: PhotoshopDocument, old: Rect, work: () => Promise<void>): Promise<void> {
  if (!isBeyondImaging(document) || document.selection.bounds === null) return work();
  await saveSelection(document);
  await work();
  const saved = savedSelection(document);
  await document.selection.load(saved, constants.SelectionType.REPLACE, false);
  await document.selection.selectRectangle(old, constants.SelectionType.INTERSECT);
  await saved.remove();
}
