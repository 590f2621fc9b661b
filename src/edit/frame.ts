import { InlayError, type Refusal } from '../base/errors';
import type { InlayLayer } from '../host/host';
import { areaOf, heightOf, intersect, isEmpty, outset, type Rect, rectOf, type Size, widthOf } from '../image/rect';
import type { ModelSpec, SizeRule } from '../routing/model';
import { type EditRequest, operations } from './operations';

/** What the model sees, what may change in it, and how the masks come about. */
export interface Frame {
  /** The crop that the model sees. */
  readonly contextInDocument: Rect;
  /** The part that may change: all that the layer mask can touch. */
  readonly targetInDocument: Rect;
  readonly mask: MaskRecipe;
}

/** Where the layer mask comes from: the selection, grown and feathered in document pixels, or nowhere: all is shown. */
export type MaskRecipe =
  { readonly kind: 'selection'; readonly grow: number; readonly feather: number } | { readonly kind: 'everything' };

/** As much of a scene as a frame needs: no pixels, so that the panel can show the frame before Run is pressed. */
export interface Outline {
  readonly size: Size;
  /** The selection's box; may reach beyond the canvas. */
  readonly selection?: { readonly bounds: Rect };
  /** What of ours is seen there already; nothing where nobody has looked. */
  readonly beneath?: readonly InlayLayer[];
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

/** What an edit touches and what a model must see for it, at most as much as the model can take. */
export function frameFor(request: EditRequest, outline: Outline, spec: Pick<ModelSpec, 'takes' | 'size'>): Framed {
  const { size, selection } = outline;
  const { mask, source } = operations[request.operation];
  if (size.width < smallestSide || size.height < smallestSide)
    return refuse(new InlayError('edit.picture-too-small', size));
  const canvas = rectOf(size);
  if (selection === undefined) {
    if (mask === 'required') return refuse(new InlayError('edit.no-selection', {}));
    return { ok: true, frame: { contextInDocument: canvas, targetInDocument: canvas, mask: { kind: 'everything' } } };
  }
  const selected = intersect(selection.bounds, canvas);
  if (isEmpty(selected)) return refuse(new InlayError('edit.selection-outside', {}));
  if (areaOf(selected) < smallestSelection) {
    return refuse(new InlayError('edit.selection-too-small', { pixels: areaOf(selected) }));
  }
  const { grow, feather } = request;
  const targetInDocument = intersect(outset(selected, Math.ceil(grow) + Math.ceil(feather)), canvas);
  const contextInDocument =
    source === 'nothing' ? targetInDocument : contextAround(targetInDocument, canvas, mostPixels(spec.size));
  return { ok: true, frame: { contextInDocument, targetInDocument, mask: { kind: 'selection', grow, feather } } };
}

/** Beyond this, a crop would have to go out smaller than it is. */
export function mostPixels(rule: SizeRule): number {
  switch (rule.kind) {
    case 'as-the-input':
    case 'multiples':
      return rule.maxPixels;
    case 'ratios':
      return Math.max(...rule.tiers.map(({ pixels }) => pixels));
    case 'list':
      return Math.max(...rule.sizes.map(({ width, height }) => width * height));
  }
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
