import { canvasOf, intersectRects, isEmptyRect } from '../model/rects';
import type { DocumentState, LayerKind, LayerState, Rect } from '../model/state';
import { drawnVectorMaskOf, hasActiveVectorMask, unusualBlendingOf } from '../psd/layerFacts';
import { artboardColorOf } from './artboardColor';
import { blendingOf, type Blending } from './blending';
import { extentOf } from './extent';
import { stacksOf } from './stacks';

/** Names every visible thing that bears on `area` and that `compositeRegion` leaves out or draws otherwise. */
export function whatCannotBeDrawn(state: DocumentState, area: Rect): readonly string[] {
  return undrawableIn(state.layers, state, intersectRects(area, canvasOf(state)));
}

/** The same for some layers of a document, top to bottom. */
export function undrawableIn(layers: readonly LayerState[], state: DocumentState, area: Rect): readonly string[] {
  const canvas = canvasOf(state);
  return stacksOf(layers).flatMap(({ base, clipped }) => {
    const shown = intersectRects(extentOf(base, canvas), area);
    if (isEmptyRect(shown)) return [];
    const stack = [base, ...clipped];
    return [
      ...stack.flatMap((layer) => undrawableOf(layer, state, shown)),
      ...(clipped.some(({ visible }) => visible) ? clippingOf(base) : []),
    ];
  });
}

/** Fill opacity that is not plain opacity with these modes. */
const modesWithOwnFill = new Set(['idiv', 'lbrn', 'div ', 'lddg', 'vLit', 'lLit', 'hMix', 'diff']);

const kindNames: Readonly<Partial<Record<LayerKind, string>>> = {
  adjustment: 'the adjustment layer',
  solidFill: 'the fill layer',
  gradientFill: 'the fill layer',
  patternFill: 'the fill layer',
};

function undrawableOf(layer: LayerState, state: DocumentState, area: Rect): readonly string[] {
  const shown = intersectRects(extentOf(layer, canvasOf(state)), area);
  if (isEmptyRect(shown)) return [];
  const name = `“${layer.name}”`;
  const kindName = hasOwnPixels(layer) ? undefined : (kindNames[layer.kind] ?? 'the layer without pixels');
  if (kindName) return [`${kindName} ${name}`];
  return [
    ...(layer.hasEffects ? [`the effects of ${name}`] : []),
    ...(hasActiveVectorMask(layer) && !drawnVectorMaskOf(layer) ? [`the vector mask of ${name}`] : []),
    ...(layer.mask && !layer.mask.disabled && layer.mask.feather > 0 ? [`the feathered mask of ${name}`] : []),
    ...(passesFaintly(layer) ? [`the fill opacity of ${name}`] : []),
    ...(artboardColorOf(layer, state) === 'unknown' ? [`the color of the artboard ${name}`] : []),
    ...(canBlend(layer, blendingOf(state)) ? [] : [`the blend mode of ${name}`]),
    ...unusualBlendingOf(layer).map((what) => `${what} of ${name}`),
    ...undrawableIn(layer.children ?? [], state, shown),
  ];
}

/** Groups need no pixels; empty pixel layers show nothing; fills and adjustments are nothing but what they do. */
function hasOwnPixels({ kind, bounds }: LayerState): boolean {
  if (kind === 'group' || kind === 'pixel') return true;
  return kindNames[kind] === undefined && !isEmptyRect(bounds);
}

/** What the fill opacity of a group that passes through does is not known well enough. */
function passesFaintly({ kind, blendMode, fillOpacity }: LayerState): boolean {
  return kind === 'group' && blendMode === 'pass' && fillOpacity !== 255;
}

function canBlend({ blendMode, fillOpacity, kind }: LayerState, { channels, colors }: Blending): boolean {
  if (kind !== 'group' && fillOpacity !== 255 && modesWithOwnFill.has(blendMode)) return false;
  if (blendMode === 'norm') return true;
  return (blendMode === 'pass' && kind === 'group') || channels.has(blendMode) || colors.has(blendMode);
}

function clippingOf(base: LayerState): readonly string[] {
  return unusualBlendingOf(base, 'as clipping base').map((what) => `${what} of “${base.name}”`);
}
