import { documentComposite } from '../composite/documentComposite';
import { layeredDocument, noise, noiseLayer, rect } from '../fixtures/documents';
import { allLayers, findLayer } from '../model/findLayer';
import { insertLayerOnTop } from '../model/insertLayer';
import { modes } from '../model/modes';
import { canvasOf, isEmptyRect } from '../model/rects';
import type { Depth, DocumentState, Mode } from '../model/state';
import { createByteWriter } from './byteWriter';
import { writeFileHeader } from './fileHeader';
import { psb, psd } from './flavor';
import { layerOriginOf } from './origin';
import { readPsd } from './readPsd';
import { writePsd } from './writePsd';

const kinds = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.map((depth) => [mode, depth as Depth] as const),
);

function pixelsOf(state: DocumentState) {
  return allLayers(state).map(({ name, bounds, pixels, mask }) => [
    name,
    isEmptyRect(bounds) ? [] : pixels.read(),
    mask?.samples(),
  ]);
}

describe.each(kinds)('a document in %s mode of %i bits', (mode, depth) => {
  const state = layeredDocument(depth, 40, 30, mode);
  const opened = readPsd(writePsd(state));

  it('comes back from a file as it was', () => {
    const { mode: openedMode, depth: openedDepth } = opened;
    expect([openedMode, openedDepth]).toEqual([mode, depth]);
    expect(pixelsOf(opened)).toEqual(pixelsOf(state));
    expect(opened.channels.map(({ pixels }) => pixels.read())).toEqual(
      state.channels.map(({ pixels }) => pixels.read()),
    );
  });

  it('keeps every other layer to the byte when one is added', () => {
    const added = insertLayerOnTop(opened, noiseLayer(40, 'Added', rect(3, 3, 20, 20), depth, 40, mode));
    const again = readPsd(writePsd(added));
    for (const layer of allLayers(opened)) {
      const other = findLayer(again, layer.id);
      const raw = (one: typeof other) => one && layerOriginOf(one)?.record.channels.map((channel) => channel.raw);
      expect(raw(other)).toEqual(raw(layer));
    }
    expect(findLayer(again, 40)?.pixels.read()).toEqual(findLayer(added, 40)?.pixels.read());
  });

  it('has the composite of its layers in the file, also without a Background', () => {
    const floating = { ...state, layers: state.layers.slice(0, -1) };
    for (const one of [state, floating]) {
      const drawn = documentComposite(one, canvasOf(one)).planes;
      const stored = readPsd(writePsd(one)).storedComposite?.read();
      expect(stored?.alpha).toEqual(drawn.alpha);
      if (!drawn.alpha) expect(stored).toEqual(drawn);
    }
  });
});

/** A file with one layerless picture; the values mean something only by the mode's own data. */
function foreign(mode: Mode, depth: 1 | 8 | 16, channels: number, colorModeData: Uint8Array): Uint8Array {
  const [width, height] = [19, 11];
  const writer = createByteWriter();
  writeFileHeader(writer, { flavor: psd, channels, width, height, depth, mode });
  writer.u32(colorModeData.length);
  writer.bytes(colorModeData);
  writer.u32(0);
  writer.u32(0);
  writer.u16(0);
  writer.bytes(noise(8, Math.ceil((width * depth) / 8) * height * channels, 3) as Uint8Array);
  return writer.join();
}

describe.each([
  ['bitmap', 1, 1, 0],
  ['indexed', 8, 1, 768],
  ['duotone', 8, 1, 524],
  ['multichannel', 8, 3, 0],
  ['multichannel', 16, 5, 0],
] as const)('a document in %s mode of %i bits', (mode, depth, channels, data) => {
  const file = foreign(mode, depth, channels, noise(8, data, 9) as Uint8Array);

  it('opens, and is written as it came', () => {
    const state = readPsd(file);
    expect(state.mode).toBe(mode);
    expect(state.layers[0]?.pixels.read().color[0]?.length).toBe(19 * 11);
    expect(state.channels).toHaveLength(channels - 1);
    expect(writePsd({ ...state, activeLayers: [] })).toEqual(file);
  });

  it('is not written anew', () => {
    expect(() => writePsd({ ...readPsd(file), resolution: 3 })).toThrow(/^A changed document in .+ mode cannot/);
  });
});

it('a bitmap has its black where the bits are set', () => {
  const file = foreign('bitmap', 1, 1, new Uint8Array(0));
  file.set([0b10100000, 0, 0b00100000], file.length - 33);
  const [plane] = readPsd(file).layers[0]?.pixels.read().color ?? [];
  expect([...(plane ?? [])].slice(0, 19)).toEqual(
    Array.from({ length: 19 }, (_, x) => ([0, 2, 18].includes(x) ? 0 : 255)),
  );
});

it('a file that is too wide for a PSD becomes a PSB, in any mode', () => {
  const wide = { ...layeredDocument(16, 40, 30, 'cmyk'), width: 30001, height: 2 };
  const opened = readPsd(writePsd({ ...wide, layers: wide.layers.slice(0, -1), channels: [] }));
  expect(opened.origin).toMatchObject({ flavor: psb });
  expect(pixelsOf(opened)).toEqual(pixelsOf({ ...wide, layers: wide.layers.slice(0, -1) }));
});
