import { initializeCanvas, readPsd as readWithAgPsd, type Layer } from 'ag-psd';
import { layeredDocument } from '../fixtures/documents';
import { allLayers } from '../model/findLayer';
import type { Depth, LayerState } from '../model/state';
import { to65535 } from './samples';
import { writePsd } from './writePsd';

const modeNames: Readonly<Record<string, string>> = { norm: 'normal', 'mul ': 'multiply', pass: 'pass through' };

beforeAll(() => {
  initializeCanvas(
    () => {
      throw new Error('no canvas');
    },
    // ag-psd only needs the members, as its documentation says
    (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }) as ImageData,
  );
});

function listed(layers: readonly Layer[]): readonly Layer[] {
  return [...layers].reverse().flatMap((layer) => [layer, ...listed(layer.children ?? [])]);
}

/** What ag-psd calls a layer of ours. */
function expected(layer: LayerState) {
  const { id, name, visible, opacity, clipped, fillOpacity, bounds, mask } = layer;
  return {
    id,
    name,
    hidden: !visible,
    opacity: opacity / 255,
    clipping: clipped,
    blendMode: modeNames[layer.blendMode],
    fillOpacity: fillOpacity === 255 ? undefined : fillOpacity / 255,
    bounds: layer.kind === 'group' ? [0, 0, 0, 0] : [bounds.left, bounds.top, bounds.right, bounds.bottom],
    mask: mask && [
      mask.bounds.left,
      mask.bounds.top,
      mask.bounds.right,
      mask.bounds.bottom,
      mask.outside === 0 ? 0 : 255,
    ],
    children: layer.children?.length,
  };
}

function found(layer: Layer) {
  const { id, name, hidden, opacity, clipping, blendMode, fillOpacity, left, top, right, bottom, mask } = layer;
  return {
    id,
    name,
    hidden,
    opacity,
    clipping,
    blendMode,
    fillOpacity,
    bounds: [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0],
    mask: mask && [mask.left, mask.top, mask.right, mask.bottom, mask.defaultColor],
    children: layer.children?.length,
  };
}

/** The values of one channel of interleaved pixels. */
function channelOf(data: ArrayLike<number>, channel: number): readonly number[] {
  return Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + channel] ?? 0);
}

describe.each([8, 16] as const)('ag-psd, reading a file of %i bits', (depth: Depth) => {
  const state = layeredDocument(depth);
  const read = () => readWithAgPsd(writePsd(state), { useImageData: true, useRawThumbnail: true });
  const inFile = (value: number) => (depth === 8 ? value : to65535(value));

  it('finds every layer where it stands', () => {
    expect(listed(read().children ?? []).map(found)).toEqual(allLayers(state).map(expected));
  });

  it('finds every pixel and every mask value', () => {
    const theirs = new Map(listed(read().children ?? []).map((layer) => [layer.id, layer]));
    for (const layer of allLayers(state).filter(({ bounds }) => bounds.right > bounds.left)) {
      const image = theirs.get(layer.id)?.imageData;
      const { color, alpha } = layer.pixels.read();
      const all = alpha ? [...color, alpha] : color;
      all.forEach((plane, channel) => {
        expect(channelOf(image?.data ?? [], channel)).toEqual(Array.from(plane, inFile));
      });
    }
    for (const { id, mask } of allLayers(state)) {
      const image = theirs.get(id)?.mask?.imageData;
      if (mask) expect(channelOf(image?.data ?? [], 0)).toEqual(Array.from(mask.samples(), inFile));
    }
  });

  it('finds size, resolution and the names of the channels', () => {
    const { width, height, bitsPerChannel, channels, imageResources } = read();
    expect({ width, height, bitsPerChannel, channels }).toEqual({
      width: 40,
      height: 30,
      bitsPerChannel: depth,
      channels: 5,
    });
    expect(imageResources?.resolutionInfo?.horizontalResolution).toBe(300);
    expect(imageResources?.alphaChannelNames).toEqual(['Auswahl ✓', 'Alpha 2']);
    expect(imageResources?.alphaIdentifiers).toEqual([1, 7]);
  });
});
