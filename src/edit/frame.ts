import { InlayError, type Refusal } from '../base/errors';
import { areaOf, heightOf, intersect, isEmpty, outset, type Rect, rectOf, type Size, widthOf } from '../image/rect';

/** What the model sees, what may change in it, and how the masks come about. */
export interface Frame {
  /** The crop that the model sees. */
  readonly contextInDocument: Rect;
  /** The part that may change: all that the layer mask can touch. */
  readonly targetInDocument: Rect;
  readonly mask: MaskRecipe;
}

/** From the selection to the layer mask, in document pixels. */
export interface MaskRecipe {
  readonly grow: number;
  readonly feather: number;
}

/** As much of a scene as a frame needs: no pixels, so that the panel can show the frame before Run is pressed. */
export interface Outline {
  readonly size: Size;
  /** The selection's box; may reach beyond the canvas. */
  readonly selection?: { readonly bounds: Rect };
}

export type Framed = { readonly ok: true; readonly frame: Frame } | { readonly ok: false; readonly refusal: Refusal };

/** Below this, nothing can be continued. */
const smallestSide = 16;
/** A selection of fewer pixels is a slip of the hand. */
const smallestSelection = 4;
/** How far the model looks around the target: a share of its longer side, and no less than so many pixels. */
const marginShare = 1.5;
const smallestMargin = 256;
const narrowestMargin = 64;

/** The target in enough of its surroundings, at most `maxPixels` of them, unless the target alone takes more. */
export function frameAroundSelection(outline: Outline, recipe: MaskRecipe, maxPixels: number): Framed {
  const { size, selection } = outline;
  if (size.width < smallestSide || size.height < smallestSide)
    return refuse(new InlayError('edit.picture-too-small', size));
  if (selection === undefined) return refuse(new InlayError('edit.no-selection', {}));
  const canvas = rectOf(size);
  const selected = intersect(selection.bounds, canvas);
  if (isEmpty(selected)) return refuse(new InlayError('edit.selection-outside', {}));
  if (areaOf(selected) < smallestSelection) {
    return refuse(new InlayError('edit.selection-too-small', { pixels: areaOf(selected) }));
  }
  const reach = Math.ceil(recipe.grow) + Math.ceil(recipe.feather);
  const targetInDocument = intersect(outset(selected, reach), canvas);
  const contextInDocument = contextAround(targetInDocument, canvas, maxPixels);
  return { ok: true, frame: { contextInDocument, targetInDocument, mask: recipe } };
}

function refuse(refusal: Refusal): Framed {
  return { ok: false, refusal };
}

/** The widest margin of all whose crop stays below `maxPixels`, but never less than a narrow one. */
function contextAround(target: Rect, canvas: Rect, maxPixels: number): Rect {
  const wanted = Math.max(smallestMargin, Math.ceil(marginShare * Math.max(widthOf(target), heightOf(target))));
  for (let margin = wanted; margin > narrowestMargin; margin = Math.floor(margin * 0.9)) {
    const context = intersect(outset(target, margin), canvas);
    if (areaOf(context) <= maxPixels) return context;
  }
  return intersect(outset(target, narrowestMargin), canvas);
}
