import type { DocumentState, LayerState } from '../../photoshop/model/state';
import type { LayeredDocument } from './layeredDocument';
import { background, group, mask, multiplyLayer, pixelLayer } from './layers';
import { aScene } from './scene';

/** Every situation in which a result at the wrong place would tear something, or be acted on twice. */
export const tearing: readonly LayeredDocument[] = [
  inGroup('a group that passes through around the active layer', 2, {}),
  inGroup('a masked group around the active layer', 4, { mask: mask(leftIsThinner) }),
  inGroup('a half-transparent group around the active layer', 4, { opacity: 128 }),
  inGroup('an isolated group around the active layer', 4, { blendMode: 'norm' }),
  inGroup('a multiplying group around the active layer', 4, { blendMode: 'mul ' }),
  inGroup('a masked half-transparent group around the active layer', 4, { opacity: 128, mask: mask(() => 150) }),
  { name: 'a neutral group inside a half-transparent one', above: 5, make: nested },
  { name: 'a half-transparent group inside a neutral one', above: 4, make: nestedTheOtherWay },
  { name: 'a multiply layer above', above: 1, make: () => over(multiplyLayer(3, 150)) },
  { name: 'an overlay layer above', above: 1, make: () => over(multiplyLayer(3, 90, { blendMode: 'over' })) },
  { name: 'a masked half-transparent group above', above: 1, make: () => over(groupAbove()) },
  { name: 'a clipping stack whose base is active', above: 4, make: () => clippingStack(2) },
  { name: 'a clipping stack of which the middle is active', above: 4, make: () => clippingStack(3) },
  { name: 'a clipping stack of which the top is active', above: 4, make: () => clippingStack(4) },
  { name: 'a group that layers are clipped to', above: 5, make: clippedToGroup },
];

function inGroup(name: string, above: number, given: Partial<LayerState>): LayeredDocument {
  const make = () => {
    const inner = [multiplyLayer(3, 230), pixelLayer(2, 'Photo')];
    return aScene({ layers: [multiplyLayer(5, 200), group(4, 'Group', inner, given), background()], active: 2 });
  };
  return { name, above, make };
}

function leftIsThinner(x: number): number {
  return x < 20 ? 60 : 210;
}

function nested(): DocumentState {
  const inner = group(4, 'Neutral', [multiplyLayer(3, 230), pixelLayer(2, 'Photo')]);
  const outer = group(5, 'Half', [inner], { opacity: 140 });
  return aScene({ layers: [multiplyLayer(6, 200), outer, background()], active: 2 });
}

function nestedTheOtherWay(): DocumentState {
  const inner = group(4, 'Half', [pixelLayer(2, 'Photo')], { opacity: 140 });
  const outer = group(5, 'Neutral', [multiplyLayer(3, 200), inner]);
  return aScene({ layers: [outer, background()], active: 2 });
}

function over(layer: LayerState): DocumentState {
  return aScene({ layers: [layer, background()], active: 1 });
}

function groupAbove(): LayerState {
  return group(4, 'Grade', [multiplyLayer(3, 120)], { opacity: 128, mask: mask(leftIsThinner) });
}

/** A base that fades out to the left, darkened by what is clipped to it. */
function clippingStack(active: number): DocumentState {
  const base = pixelLayer(2, 'Base', { coverage: (x) => Math.min(255, x * 8) });
  const stack = [multiplyLayer(4, 220, { clipped: true }), multiplyLayer(3, 200, { clipped: true }), base];
  return aScene({ layers: [multiplyLayer(5, 210), ...stack, background()], active });
}

function clippedToGroup(): DocumentState {
  const base = group(4, 'Group', [pixelLayer(2, 'Photo')], {});
  const clipped = multiplyLayer(5, 200, { clipped: true });
  return aScene({ layers: [clipped, base, background()], active: 2 });
}
