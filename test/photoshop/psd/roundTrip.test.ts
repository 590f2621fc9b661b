import { layeredDocument, noiseLayer, rect } from '../fixtures/documents';
import { allLayers, findLayer } from '../model/findLayer';
import { insertLayerOnTop } from '../model/insertLayer';
import { replaceLayer } from '../model/replaceLayer';
import type { Depth, DocumentState, LayerState } from '../model/state';
import { readPsd } from './readPsd';
import { writePsd } from './writePsd';

const depths: readonly Depth[] = [8, 16];

/** All that a layer says, its pixels and mask as plain lists. */
function described(layer: LayerState): unknown {
  const { origin: _origin, pixels, mask, children: _children, ...rest } = layer;
  const isEmpty = rest.bounds.left === rest.bounds.right;
  const { color, alpha } = pixels.read();
  return {
    ...rest,
    pixels: isEmpty ? [] : [...color, alpha ?? []].map((plane) => [...plane]),
    mask: mask && { ...mask, origin: undefined, samples: [...mask.samples()] },
  };
}

function describedDocument(state: DocumentState): unknown {
  const { origin: _origin, storedComposite: _composite, layers: _layers, channels, ...rest } = state;
  return {
    ...rest,
    layers: allLayers(state).map(described),
    channels: channels.map((channel) => ({ ...channel, pixels: [...(channel.pixels.read().color[0] ?? [])] })),
  };
}

describe.each(depths)('a document of %i bits', (depth) => {
  it('comes back from a file as it was', () => {
    const state = layeredDocument(depth);
    expect(describedDocument(readPsd(writePsd(state)))).toEqual(describedDocument(state));
  });

  it('is the same file, to the byte, when nothing was changed', () => {
    const file = writePsd(layeredDocument(depth));
    expect(writePsd({ ...readPsd(file) })).toEqual(file);
  });

  it('is the same file when a change was taken back', () => {
    const file = writePsd(layeredDocument(depth));
    const opened = readPsd(file);
    const renamed = replaceLayer(opened, 6, (layer) => ({ ...layer, name: 'other' }));
    expect(writePsd(renamed)).not.toEqual(file);
    expect(writePsd(replaceLayer(renamed, 6, (layer) => ({ ...layer, name: 'Deep' })))).toEqual(file);
  });

  it('keeps what was not touched when a layer is added', () => {
    const opened = readPsd(writePsd(layeredDocument(depth)));
    const changed = insertLayerOnTop(opened, noiseLayer(20, 'New', rect(3, 3, 9, 9), depth));
    const again = readPsd(writePsd(changed));
    expect(describedDocument({ ...again, layers: again.layers.slice(1), activeLayers: opened.activeLayers })).toEqual(
      describedDocument(opened),
    );
    expect(again.layers[0]?.name).toBe('New');
  });

  it('writes a change of one layer and nothing else', () => {
    const opened = readPsd(writePsd(layeredDocument(depth)));
    const changed = replaceLayer(opened, 4, (layer) => ({ ...layer, opacity: 7, visible: false, xmp: '<a/>' }));
    expect(describedDocument(readPsd(writePsd(changed)))).toEqual(describedDocument(changed));
    expect(findLayer(changed, 4)?.xmp).toBe('<a/>');
  });
});
