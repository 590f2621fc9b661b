import { InlayError, type Refusal } from '../base/errors';
import type { InlayLayer } from '../host/host';
import { areaOf, heightOf, intersect, isEmpty, outset, type Rect, rectOf, type Size, widthOf } from '../image/rect';
import type { ModelSpec, SizeRule } from '../routing/model';
import { type Extension, extend } from './extension';
import { type EditRequest, operations } from './operations';

/** What the model sees, what may change in it, and how the masks come about. */
export interface Frame {
  /** The crop that the model sees. */
  readonly contextInDocument: Rect;
  /** The part that may change: all that the layer mask can touch. */
  readonly targetInDocument: Rect;
  readonly mask: MaskRecipe;
}

/**
 * Where the layer mask comes from: the selection, or what a wider canvas adds to the picture, grown and feathered in
 * document pixels; or nowhere: all is shown.
 */
export type MaskRecipe = SelectionRecipe | CanvasRecipe | { readonly kind: 'everything' };

export interface SelectionRecipe {
  readonly kind: 'selection';
  readonly grow: number;
  readonly feather: number;
}

export interface CanvasRecipe {
  readonly kind: 'canvas';
  /** The new canvas, in the coordinates of the old one: left and top may be negative. */
  readonly canvasInDocument: Rect;
  readonly grow: number;
  readonly feather: number;
}

/** As much of a scene as a frame needs: no pixels, so that the panel can show the frame before Run is pressed. */
export interface Outline {
  readonly size: Size;
  /** The selection's box; may reach beyond the canvas. */
  readonly selection?: { readonly bounds: Rect };
  /** What of ours is seen there already; nothing where nobody has looked. */
  readonly beneath?: readonly InlayLayer[];
  /** Why its canvas cannot become larger. */
  readonly fixedCanvas?: Refusal;
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
  if (request.operation === 'outpaint') return frameBeyond(request, outline, spec);
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

/** So many pixels can be made anew at a time, and be held in the memory that a panel is granted. */
const mostAdded = 120_000_000;

interface Growth {
  readonly growth: Extension;
  readonly grow: number;
  readonly feather: number;
}

/** What is new on a wider canvas, the transition into the old picture, and what of that a model must see. */
function frameBeyond(
  { growth, grow, feather }: Growth,
  { size, fixedCanvas }: Outline,
  spec: Pick<ModelSpec, 'takes' | 'size'>,
): Framed {
  if (fixedCanvas !== undefined) return refuse(fixedCanvas);
  const extended = extend(size, growth);
  if (!extended.ok) return refuse(new InlayError('edit.cannot-extend', { obstacle: extended.obstacle, ...size }));
  const canvasInDocument = extended.canvas;
  const touched = outset(addedTo(rectOf(size), canvasInDocument), Math.ceil(grow) + Math.ceil(feather));
  const targetInDocument = intersect(touched, canvasInDocument);
  const contextInDocument = contextAround(targetInDocument, canvasInDocument, mostPixels(spec.size));
  if (areaOf(contextInDocument) > mostAdded) {
    return refuse(new InlayError('edit.cannot-extend', { obstacle: 'much', ...size }));
  }
  const mask = { kind: 'canvas', canvasInDocument, grow, feather } as const;
  return { ok: true, frame: { contextInDocument, targetInDocument, mask } };
}

/** All of the canvas that lies beyond the picture: a strip where it grows to one side only. */
function addedTo(old: Rect, canvas: Rect): Rect {
  const strips = [
    { ...canvas, right: old.left },
    { ...canvas, left: old.right },
    { ...canvas, bottom: old.top },
    { ...canvas, top: old.bottom },
  ].filter((strip) => !isEmpty(strip));
  const [only, ...others] = strips;
  return only !== undefined && others.length === 0 ? only : canvas;
}

/** The whole canvas that an edit leads to, in the document's present coordinates. */
export function canvasFor({ mask }: Pick<Frame, 'mask'>, size: Size): Rect {
  return mask.kind === 'canvas' ? mask.canvasInDocument : rectOf(size);
}

/** Pixels that may change or come anew. */
export function changingArea({ mask, targetInDocument }: Frame, size: Size): number {
  return mask.kind === 'canvas' ? areaOf(mask.canvasInDocument) - areaOf(rectOf(size)) : areaOf(targetInDocument);
}

/** Beyond this, the crop would have to go out smaller than it is. */
function mostPixels(rule: SizeRule): number {
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
