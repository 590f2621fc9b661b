import { colorChannelsOf } from '../../model/modes';
import { widthOf } from '../../model/rects';
import { fullScale } from '../../model/samples';
import type { DocumentState, LayerMaskState, LayerState, Rect, Samples } from '../../model/state';
import { blendingOf } from '../blending';
import { stacksOf, type Stack } from '../stacks';

/** Straight color and alpha of one pixel, 0 to 1, as precise as a Float32Array. */
interface Pixel {
  color: number[];
  alpha: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly state: DocumentState;
}

/**
 * What the layers show of one pixel, by the general formulas alone and without regard to speed: what `compositeRegion`
 * must come to, whatever short ways it takes. Color, then alpha, as the document counts them.
 */
export function pixelOf(state: DocumentState, x: number, y: number): readonly number[] {
  const pixel = nothing(state);
  drawLayers(pixel, state.layers, { x, y, state });
  return [...pixel.color, pixel.alpha].map((value) => quantized(value, fullScale(state.depth)));
}

function quantized(value: number, full: number): number {
  return full === 1 ? value : Math.trunc(Math.min(full, Math.max(0, value * full + 0.5)));
}

function nothing({ mode }: DocumentState): Pixel {
  return { color: Array.from({ length: colorChannelsOf(mode) }, () => 0), alpha: 0 };
}

function drawLayers(target: Pixel, layers: readonly LayerState[], place: Place): void {
  for (const stack of stacksOf(layers)) if (stack.base.visible) drawStack(target, stack, place);
}

function drawStack(target: Pixel, { base, clipped }: Stack, place: Place): void {
  const shown = clipped.filter(({ visible }) => visible);
  if (shown.length === 0) {
    drawElement(target, base, place);
    return;
  }
  const piece = pieceOf(base, place);
  if (!piece) return;
  const whole = { color: [...piece.color], alpha: 1 };
  for (const layer of shown) drawElement(whole, layer, place);
  blend(target, { color: whole.color, alpha: piece.alpha }, base, place);
}

function drawElement(target: Pixel, layer: LayerState, place: Place): void {
  if (layer.kind !== 'group' || layer.blendMode !== 'pass' || layer.artboard) {
    const piece = pieceOf(layer, place);
    if (piece) blend(target, piece, layer, place);
    return;
  }
  const before = { color: [...target.color], alpha: target.alpha };
  drawLayers(target, layer.children ?? [], place);
  const way = Math.fround(Math.fround(opacityOf(layer)) * maskAt(layer.mask, place));
  if (way !== 1) fade(target, before, way);
}

/** Between the picture with a group that passes through and the one without. */
function fade(target: Pixel, before: Pixel, way: number): void {
  const [kept, added] = [before.alpha * (1 - way), target.alpha * way];
  const alpha = kept + added;
  target.color = target.color.map((value, c) => {
    const old = before.color[c] ?? 0;
    return alpha > 0 && added > 0 ? Math.fround(old + (value - old) * (added / alpha)) : old;
  });
  target.alpha = Math.fround(alpha);
}

/** A layer or an isolated group by itself, under its mask. */
function pieceOf(layer: LayerState, place: Place): Pixel | undefined {
  const piece = layer.kind === 'group' ? groupOf(layer, place) : leafOf(layer, place);
  return piece && { color: piece.color, alpha: Math.fround(piece.alpha * maskAt(layer.mask, place)) };
}

function groupOf({ children = [] }: LayerState, place: Place): Pixel {
  const pixel = nothing(place.state);
  drawLayers(pixel, children, place);
  return pixel;
}

function leafOf({ bounds, pixels }: LayerState, { x, y, state }: Place): Pixel | undefined {
  if (!isInside(bounds, x, y)) return undefined;
  const { color, alpha } = pixels.read();
  const unit = (plane: Samples) => unitAt(plane, bounds, x, y, state);
  return { color: color.map(unit), alpha: alpha ? unit(alpha) : 1 };
}

function maskAt(mask: LayerMaskState | undefined, { x, y, state }: Place): number {
  if (!mask || mask.disabled) return 1;
  const inside = isInside(mask.bounds, x, y);
  const value = inside ? unitAt(mask.samples(), mask.bounds, x, y, state) : mask.outside / fullScale(state.depth);
  const floor = 1 - mask.density / 255;
  return Math.fround(floor + value * (1 - floor));
}

function isInside({ left, top, right, bottom }: Rect, x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

function unitAt(plane: Samples, bounds: Rect, x: number, y: number, { depth }: DocumentState): number {
  return Math.fround((plane[(y - bounds.top) * widthOf(bounds) + x - bounds.left] ?? 0) * (1 / fullScale(depth)));
}

function opacityOf({ opacity, fillOpacity }: LayerState): number {
  return (opacity / 255) * (fillOpacity / 255);
}

/** The PDF compositing formula; with three channels the normal mode takes no rounding on its way. */
function blend(target: Pixel, source: Pixel, layer: LayerState, { state }: Place): void {
  const as = source.alpha * opacityOf(layer);
  if (as <= 0) return;
  const { alpha: ab, color: backdrop } = target;
  const mode = layer.blendMode === 'pass' ? 'norm' : layer.blendMode;
  const exact = as / (as + ab * (1 - as));
  const way = mode === 'norm' && backdrop.length === 3 ? exact : Math.fround(ab >= 1 ? as : exact);
  const goals = goalsOf(backdrop, source.color, ab, mode, state);
  target.color = backdrop.map((value, c) => {
    const goal = goals[c] ?? 0;
    return Math.fround(as === 1 && mode === 'norm' ? goal : value + (goal - value) * way);
  });
  target.alpha = Math.fround(as + ab * (1 - as));
}

function goalsOf(backdrop: number[], own: number[], ab: number, mode: string, state: DocumentState): readonly number[] {
  const { channels, colors } = blendingOf(state);
  const channelBlend = channels.get(mode);
  const colorBlend = colors.get(mode);
  if (!channelBlend && !colorBlend) return own;
  const blended = new Float64Array(own);
  if (colorBlend) colorBlend(Float64Array.from(backdrop), Float64Array.from(own), blended);
  if (channelBlend) own.forEach((value, c) => (blended[c] = channelBlend(backdrop[c] ?? 0, value)));
  return own.map((value, c) => value + ((blended[c] ?? 0) - value) * ab);
}
