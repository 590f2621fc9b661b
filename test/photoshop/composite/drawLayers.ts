import { containsRect, intersectRects, isEmptyRect } from '../model/rects';
import type { LayerMaskState, LayerState, Rect } from '../model/state';
import { drawnVectorMaskOf, hasActiveVectorMask, looksLikeSystemText } from '../psd/layerFacts';
import { artboardColorOf } from './artboardColor';
import { blendOnto, textMode } from './blend';
import { copiesOf, copyOf, createBuffer, sourceOf, type Buffer, type Source } from './buffer';
import { crossfade } from './crossfade';
import type { Drawing } from './drawing';
import { extentOf } from './extent';
import { masked } from './layerMask';
import { sourcePixels } from './sourcePixels';
import { stacksOf, type Stack } from './stacks';

/** Draws layers (top to bottom) onto a buffer, within `clip`. What cannot be drawn is left out. */
export function drawLayers(target: Buffer, layers: readonly LayerState[], clip: Rect, drawing: Drawing): void {
  drawStacks(target, stacksOf(layers), clip, drawing);
}

/** The same for stacks, bottom to top. */
export function drawStacks(target: Buffer, stacks: readonly Stack[], clip: Rect, drawing: Drawing): void {
  for (const stack of stacks.slice(lowestSeen(stacks, clip, drawing))) {
    if (stack.base.visible) drawStack(target, stack, clip, drawing);
  }
}

/** What lies beneath a plain layer that covers all of `clip` is not seen. */
export function lowestSeen(stacks: readonly Stack[], clip: Rect, drawing: Drawing): number {
  for (let i = stacks.length - 1; i > 0; i--) if (hidesAll(stacks[i], clip, drawing)) return i;
  return 0;
}

function hidesAll({ base, clipped }: Stack, clip: Rect, drawing: Drawing): boolean {
  const { kind, blendMode, bounds } = base;
  const isPlain = base.visible && kind !== 'group' && blendMode === 'norm' && opacityOf(base) === 1;
  if (!isPlain || !containsRect(bounds, clip) || clipped.some(({ visible }) => visible)) return false;
  const mask = shownMaskOf(base);
  if (mask && !mask.disabled) return false;
  const piece = sourcePixels(base, clip, drawing);
  return piece !== 'nothing' && piece.isFull;
}

function drawStack(target: Buffer, { base, clipped }: Stack, clip: Rect, drawing: Drawing): void {
  const shown = clipped.filter(({ visible }) => visible);
  if (shown.length === 0) {
    drawElement(target, base, clip, drawing);
    return;
  }
  const piece = renderPiece(base, clip, drawing, target.color.length);
  if (!piece) return;
  // clipped layers are drawn on the base's color as if it covered everything; then the base's own coverage counts
  const { arena } = drawing;
  const color = copiesOf(piece.color(), arena);
  const whole: Buffer = { area: piece.area, color, alpha: arena.ones(piece.alpha.length), isFull: true };
  for (const layer of shown) drawElement(whole, layer, piece.area, drawing);
  const drawn = { ...sourceOf(whole), alpha: piece.alpha, isFull: piece.isFull };
  blendOnto(target, drawn, modeOf(base), opacityOf(base), drawing);
}

function drawElement(target: Buffer, layer: LayerState, clip: Rect, drawing: Drawing): void {
  if (isPassThrough(layer)) {
    drawPassThrough(target, layer, clip, drawing);
    return;
  }
  const piece = renderPiece(layer, clip, drawing, target.color.length);
  if (piece) blendOnto(target, piece, modeOf(layer), opacityOf(layer), drawing);
}

function isPassThrough({ kind, blendMode, artboard }: LayerState): boolean {
  return kind === 'group' && blendMode === 'pass' && !artboard;
}

/** A group that passes through draws on what is below it; opacity and mask fade between with and without. */
function drawPassThrough(target: Buffer, group: LayerState, clip: Rect, drawing: Drawing): void {
  const mask = shownMaskOf(group);
  const opacity = opacityOf(group);
  const isPlain = opacity === 1 && (!mask || mask.disabled);
  const area = intersectRects(extentOf(group, target.area), intersectRects(clip, target.area));
  if (isEmptyRect(area)) return;
  if (isPlain) {
    drawLayers(target, group.children ?? [], area, drawing);
    return;
  }
  const { arena } = drawing;
  const before = copyOf(target, arena);
  drawLayers(target, group.children ?? [], area, drawing);
  const alpha = arena.floats(target.alpha.length).fill(opacity);
  const amount = { area: target.area, color: () => [], alpha, isFull: false };
  crossfade(target, before, masked(amount, mask, drawing));
}

/** A layer or an isolated group by itself: color, and coverage with its mask but without its opacity. */
function renderPiece(layer: LayerState, clip: Rect, drawing: Drawing, colorChannels: number): Source | undefined {
  const area = intersectRects(extentOf(layer, clip), clip);
  if (isEmptyRect(area)) return undefined;
  const piece =
    layer.kind === 'group' ? renderGroup(layer, area, drawing, colorChannels) : renderLeaf(layer, area, drawing);
  return piece && masked(piece, shownMaskOf(layer), drawing);
}

function renderGroup(group: LayerState, area: Rect, drawing: Drawing, colorChannels: number): Source {
  const buffer = createBuffer(area, colorChannels, drawing.arena);
  const background = artboardColorOf(group, drawing);
  if (background !== undefined && background !== 'unknown') {
    buffer.alpha.fill(1);
    buffer.isFull = true;
    buffer.color.forEach((plane, i) => plane.fill(background[i]));
  }
  drawLayers(buffer, group.children ?? [], area, drawing);
  return sourceOf(buffer);
}

function renderLeaf(layer: LayerState, area: Rect, drawing: Drawing): Source | undefined {
  const part = intersectRects(area, layer.bounds);
  if (isEmptyRect(part)) return undefined;
  const piece = sourcePixels(layer, part, drawing);
  return piece === 'nothing' ? undefined : piece;
}

/** Where the file has user mask and vector mask drawn together, that is what shows. */
function shownMaskOf(layer: LayerState): LayerMaskState | undefined {
  return (hasActiveVectorMask(layer) ? drawnVectorMaskOf(layer) : undefined) ?? layer.mask;
}

/** Whether a layer is text that has a way of its own to blend. */
export function blendsAsText(layer: LayerState): boolean {
  return layer.blendMode === 'norm' && layer.kind === 'text' && !looksLikeSystemText(layer);
}

function modeOf(layer: LayerState): string {
  const { blendMode } = layer;
  if (blendsAsText(layer)) return textMode;
  return blendMode === 'pass' ? 'norm' : blendMode;
}

/** Fill opacity counts for groups as well. */
function opacityOf({ opacity, fillOpacity }: LayerState): number {
  return (opacity / 255) * (fillOpacity / 255);
}
