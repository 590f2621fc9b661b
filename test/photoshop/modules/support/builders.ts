import { knownPlanes } from '../../model/newLayer';
import { heightOf, noRect, widthOf } from '../../model/rects';
import { createSamples } from '../../model/samples';
import type { Depth, DocumentState, LayerState, Rect } from '../../model/state';
import { createPhotoshop, type PhotoshopOptions } from '../createPhotoshop';
import { filled, fullScaleOf } from '../imaging/planes';
import { rectAt } from '../imaging/rect';
import type { ExecutionContext } from '../modal/contextTypes';
import type { Rule } from '../rules';
import type { Manifest } from '../uxp/manifest';
import { plainCore } from './plainCore';

export const manifest: Manifest = {
  id: 'test.plugin',
  name: 'Test',
  version: '1.0.0',
  entrypoints: [
    { type: 'panel', id: 'main' },
    { type: 'command', id: 'repeat' },
  ],
  requiredPermissions: {
    network: { domains: ['https://api.example.com', 'http://localhost:8188', 'https://*.cdn.example.com'] },
    launchProcess: { schemes: ['https'], extensions: [] },
  },
};

export function aLayer(id: number, given: Partial<LayerState> = {}): LayerState {
  return {
    id,
    name: `Layer ${id}`,
    kind: 'pixel',
    isBackground: false,
    visible: true,
    opacity: 255,
    fillOpacity: 255,
    blendMode: 'norm',
    clipped: false,
    locks: { transparency: false, pixels: false, position: false, all: false },
    bounds: noRect,
    pixels: knownPlanes({ color: [0, 1, 2].map(() => new Uint8Array()), alpha: new Uint8Array() }),
    hasVectorMask: false,
    hasEffects: false,
    ...given,
  };
}

/** A pixel layer of one color, opaque. */
export function aPatch(id: number, bounds: Rect, values: readonly number[], depth: Depth = 8): LayerState {
  const length = widthOf(bounds) * heightOf(bounds);
  const color = values.map((value) => createSamples(depth, length).fill(value));
  return aLayer(id, { bounds, pixels: knownPlanes({ color, alpha: filled(depth, length, 1) }) });
}

/** The Background, every pixel another one. */
export function aBackground(width: number, height: number, depth: Depth = 8): LayerState {
  const color = [0, 1, 2].map((channel) => {
    const plane = createSamples(depth, width * height);
    return plane.map((_, index) => (index * 3 + channel * 7) % (fullScaleOf(plane) + 1));
  });
  return aLayer(1, {
    name: 'Background',
    isBackground: true,
    bounds: rectAt(0, 0, width, height),
    pixels: knownPlanes({ color }),
  });
}

/** 8 by 6 pixels: a Background and above it a patch of 4 by 3 at (2, 1), which is active. */
export function aDocument(given: Partial<DocumentState> = {}): DocumentState {
  const depth = given.depth ?? 8;
  const patch = aPatch(2, rectAt(2, 1, 4, 3), [200, 100, 50], depth);
  return {
    width: 8,
    height: 6,
    resolution: 72,
    mode: 'rgb',
    depth,
    profile: new Uint8Array([1]),
    layers: [patch, aBackground(8, 6, depth)],
    channels: [],
    activeLayers: [2],
    quickMask: false,
    ...given,
  };
}

/** A running stand-in with one document open. */
export function aPhotoshop(options: Partial<PhotoshopOptions> = {}, state: DocumentState = aDocument()) {
  const stand = createPhotoshop({ core: plainCore, manifest, ...options });
  const documentID = stand.control.user.open(state, 'photo.psd');
  const { photoshop, uxp } = stand.modules;
  return {
    ...stand,
    ...photoshop,
    uxp,
    documentID,
    /** Runs work in a modal scope. */
    modal: <T>(work: (context: ExecutionContext) => T | Promise<T>) =>
      photoshop.core.executeAsModal((context) => work(context), { commandName: 'Test' }),
    rulesBroken: (): readonly Rule[] => stand.control.refusals.map(({ rule }) => rule),
    document: () => {
      const { activeDocument } = photoshop.app;
      if (!activeDocument) throw new Error('No document is open');
      return activeDocument;
    },
  };
}
