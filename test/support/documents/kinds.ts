import type { DocumentState } from '../../photoshop/model/state';
import { adjusted } from './adjusted';
import type { LayeredDocument } from './layeredDocument';
import { background, canvas, group, multiplyLayer, pixelLayer } from './layers';
import { aScene, softDisc, softSelection, withSavedChannel } from './scene';
import { plane } from './texture';

/** Documents of every depth, profile and shape of layer. */
export const kinds: readonly LayeredDocument[] = [
  { name: 'a Background of 8 bit', above: 1, make: () => aScene({ layers: [background()], active: 1 }) },
  {
    name: 'a Background of 16 bit in AdobeRGB',
    above: 1,
    make: () => aScene({ layers: [background(16)], active: 1, depth: 16, profile: 'Adobe RGB (1998)' }),
  },
  {
    name: 'an untagged document without a Background',
    above: 2,
    make: () => aScene({ layers: [pixelLayer(2, 'Photo')], active: 2, profile: 'untagged' }),
  },
  {
    name: 'a layered document of 8 bit in AdobeRGB with a soft selection',
    above: 2,
    make: () => layered({ profile: 'Adobe RGB (1998)', selection: softSelection() }),
  },
  {
    name: 'a layered document of 16 bit in ProPhoto with a soft selection',
    above: 2,
    make: () => layered({ depth: 16, profile: 'ProPhoto RGB', selection: softSelection(16) }),
  },
  { name: 'a layer that fades out beside the selection', above: 2, make: fading },
  { name: 'a layer far beyond the canvas', above: 2, make: beyondTheCanvas },
  { name: 'a layer as large as an artboard', above: 2, make: onAnArtboard },
  { name: 'a saved channel as the selection', above: 2, make: fromSavedChannel },
  { name: 'hidden layers and groups above', above: 1, make: hiddenAbove },
  { name: 'an adjustment layer above, with a stored composite', above: 1, make: adjusted, shows: 'an estimate' },
];

/** A Background, the picture on a layer, and a faint texture on top. */
function layered(options: Partial<Parameters<typeof aScene>[0]>): DocumentState {
  const { depth = 8 } = options;
  const plain = { color: [200, 190, 180], grain: 4 } as const;
  const layers = [
    pixelLayer(3, 'Grain', { depth, texture: { color: [128, 128, 128], grain: 30 } }, { opacity: 40 }),
    pixelLayer(2, 'Photo', { depth }),
    background(depth, plain),
  ];
  return aScene({ layers, active: 2, ...options });
}

function fading(): DocumentState {
  const coverage = (x: number) => Math.max(0, Math.min(255, (x - 20) * 9));
  return aScene({ layers: [pixelLayer(2, 'Faded', { coverage })], active: 2 });
}

function beyondTheCanvas(): DocumentState {
  const bounds = { left: -60, top: -40, right: canvas.right + 80, bottom: canvas.bottom + 30 };
  return aScene({ layers: [pixelLayer(2, 'Wide', { bounds }), background()], active: 2 });
}

function onAnArtboard(): DocumentState {
  const artboard = group(4, 'Artboard 1', [pixelLayer(2, 'Photo')], { artboard: canvas });
  return aScene({ layers: [artboard], active: 2 });
}

function fromSavedChannel(): DocumentState {
  const state = layered({});
  const selection = { bounds: canvas, samples: plane(canvas, state.depth, softDisc) };
  return withSavedChannel({ ...state, selection }, 'Disc');
}

function hiddenAbove(): DocumentState {
  const hidden = { visible: false };
  const layers = [
    multiplyLayer(5, 90, hidden),
    group(4, 'Hidden group', [multiplyLayer(3, 120), pixelLayer(2, 'Inner', {}, hidden)], hidden),
    background(),
  ];
  return aScene({ layers, active: 1 });
}
