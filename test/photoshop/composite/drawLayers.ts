import { intersectRects, isEmptyRect } from '../model/rects';
import type { DocumentState, LayerMaskState, LayerState, Rect } from '../model/state';
import { drawnVectorMaskOf, hasActiveVectorMask } from '../psd/layerFacts';
import type { RowReader } from '../psd/readRows';
import { artboardColorOf } from './artboardColor';
import { blendOnto, textMode } from './blend';
import type { Blending } from './blending';
import { createBuffer, withAlpha, type Buffer } from './buffer';
import { crossfade } from './crossfade';
import { extentOf } from './extent';
import { applyMask } from './layerMask';
import { sourcePixels } from './sourcePixels';
import { stacksOf, type Stack } from './stacks';

export interface Drawing {
  readonly mode: DocumentState['mode'];
  readonly depth: DocumentState['depth'];
  readonly blending: Blending;
  readonly rows: RowReader;
}

/** Draws layers (top to bottom) onto a buffer, within `clip`. What cannot be drawn is left out. */
export function drawLayers(target: Buffer, layers: readonly LayerState[], clip: Rect, drawing: Drawing): void {
  drawStacks(target, stacksOf(layers), clip, drawing);
}

/** The same for stacks, bottom to top. */
export function drawStacks(target: Buffer, stacks: readonly Stack[], clip: Rect, drawing: Drawing): void {
  for (const stack of stacks) {
    if (stack.base.visible) drawStack(target, stack, clip, drawing);
  }
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
  const whole = withAlpha(piece, new Float32Array(piece.alpha.length).fill(1));
  for (const layer of shown) drawElement(whole, layer, piece.area, drawing);
  blendOnto(target, piece, modeOf(base), opacityOf(base), drawing.blending);
}

function drawElement(target: Buffer, layer: LayerState, clip: Rect, drawing: Drawing): void {
  if (isPassThrough(layer)) {
    drawPassThrough(target, layer, clip, drawing);
    return;
  }
  const piece = renderPiece(layer, clip, drawing, target.color.length);
  if (piece) blendOnto(target, piece, modeOf(layer), opacityOf(layer), drawing.blending);
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
  const before = copyOf(target);
  drawLayers(target, group.children ?? [], area, drawing);
  const alpha = new Float32Array(target.alpha.length).fill(opacity);
  applyMask(alpha, target.area, mask, drawing.depth, drawing.rows);
  crossfade(target, before, { area: target.area, alpha });
}

/** A layer or an isolated group by itself: color, and coverage with its mask but without its opacity. */
function renderPiece(layer: LayerState, clip: Rect, drawing: Drawing, colorChannels: number): Buffer | undefined {
  const area = intersectRects(extentOf(layer, clip), clip);
  if (isEmptyRect(area)) return undefined;
  const piece =
    layer.kind === 'group' ? renderGroup(layer, area, drawing, colorChannels) : renderLeaf(layer, area, drawing);
  if (piece) applyMask(piece.alpha, piece.area, shownMaskOf(layer), drawing.depth, drawing.rows);
  return piece;
}

function renderGroup(group: LayerState, area: Rect, drawing: Drawing, colorChannels: number): Buffer {
  const buffer = createBuffer(area, colorChannels);
  const background = artboardColorOf(group, drawing);
  if (background !== undefined && background !== 'unknown') {
    buffer.alpha.fill(1);
    buffer.color.forEach((plane, i) => plane.fill(background[i]));
  }
  drawLayers(buffer, group.children ?? [], area, drawing);
  return buffer;
}

function renderLeaf(layer: LayerState, area: Rect, { depth, rows }: Drawing): Buffer | undefined {
  const part = intersectRects(area, layer.bounds);
  return isEmptyRect(part) ? undefined : sourcePixels(layer, part, depth, rows);
}

/** Where the file has user mask and vector mask drawn together, that is what shows. */
function shownMaskOf(layer: LayerState): LayerMaskState | undefined {
  return (hasActiveVectorMask(layer) ? drawnVectorMaskOf(layer) : undefined) ?? layer.mask;
}

function modeOf({ blendMode, kind }: LayerState): string {
  if (blendMode === 'norm' && kind === 'text') return textMode;
  return blendMode === 'pass' ? 'norm' : blendMode;
}

/** Fill opacity counts for groups as well. */
function opacityOf({ opacity, fillOpacity }: LayerState): number {
  return (opacity / 255) * (fillOpacity / 255);
}

export function copyOf({ area, color, alpha }: Buffer): Buffer {
  return { area, color: color.map((plane) => plane.slice()), alpha: alpha.slice() };
}
