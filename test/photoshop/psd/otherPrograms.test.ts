import { CannotDraw } from '../composite/cannotDraw';
import { compositeRegion } from '../composite/compositeRegion';
import { flatLayer, noiseBackground, noiseChannel, noiseLayer, onWhite, rect } from '../fixtures/documents';
import { graft, type KeyedData } from '../fixtures/graft';
import { documentOf } from '../model/createDocument';
import { allLayers } from '../model/findLayer';
import { insertLayerOnTop } from '../model/insertLayer';
import { knownPlanes, newGroup, newPixelLayer } from '../model/newLayer';
import type { DocumentState, LayerState } from '../model/state';
import { createByteWriter } from './byteWriter';
import { DamagedFile } from './damagedFile';
import { writeFileHeader } from './fileHeader';
import { psd } from './flavor';
import { psdOriginOf } from './origin';
import { unpackRow } from './packBits';
import { readPsd } from './readPsd';
import { findResource, resourceIds } from './resources';
import { writePsd } from './writePsd';

const sixteen = { width: 5, height: 4, mode: 'rgb', depth: 16, resolution: 72 } as const;
const added = noiseLayer(90, 'Result', rect(2, 2, 9, 9), 8);
/** The block that makes a layer a group or the end of one. */
const section = (type: number): KeyedData => ['lsct', Uint8Array.of(0, 0, 0, type)];

/** The resource in which Photoshop says whether there is a composite. */
const versionInfo = [0x38, 0x42, 0x49, 0x4d, 0x04, 0x21];

/** The same file, with the mark of one saved without a composite. */
function withoutComposite(file: Uint8Array): Uint8Array {
  const marked = file.slice();
  marked[indexOf(file, versionInfo) + 16] = 0;
  return marked;
}

function indexOf(file: Uint8Array, wanted: readonly number[]): number {
  return file.findIndex((_, i) => wanted.every((value, k) => file[i + k] === value));
}

function flagOf(state: DocumentState): number | undefined {
  return findResource(psdOriginOf(state)?.resources ?? [], resourceIds.versionInfo)?.[4];
}

describe('a file saved without a composite', () => {
  const curves: LayerState = { ...newPixelLayer(3, 'Curves'), kind: 'adjustment' };
  const plain = onWhite(20, 16, flatLayer(2, rect(0, 0, 20, 16), [10, 20, 30]));
  const withCurves = () =>
    readPsd(
      withoutComposite(
        graft(writePsd({ ...plain, layers: [{ ...curves, kind: 'pixel' }, ...plain.layers] }), {
          layers: { Curves: [['curv', new Uint8Array(20)]] },
        }),
      ),
    );

  it('is shown by its layers, and gets a composite when it is written', () => {
    const opened = readPsd(withoutComposite(writePsd(plain)));
    expect(opened.storedComposite).toBeUndefined();
    const again = readPsd(writePsd(insertLayerOnTop(opened, added)));
    expect([flagOf(opened), flagOf(again)]).toEqual([0, 1]);
    expect(again.storedComposite).toBeDefined();
  });

  it('stays without one where something in it cannot be drawn, and says so', () => {
    const opened = withCurves();
    expect(opened.layers.map(({ kind }) => kind)).toEqual(['adjustment', 'pixel', 'pixel']);
    const notes: string[] = [];
    const again = readPsd(writePsd(insertLayerOnTop(opened, added), (note) => notes.push(note)));
    expect(notes).toEqual([
      'The file came without a composite and is written without one, because of the adjustment layer “Curves”.',
    ]);
    expect(flagOf(again)).toBe(0);
    expect(psdOriginOf(again)?.merged.planes).toEqual(psdOriginOf(opened)?.merged.planes);
    expect(again.layers.map(({ name }) => name)).toEqual(['Result', 'Curves', 'Layer 2', 'Background']);
  });

  it('is refused with a sentence where its size was changed and it cannot be drawn', () => {
    expect(() => writePsd({ ...withCurves(), width: 21 })).toThrow(CannotDraw);
  });

  it('is taken for one where no program says so and the composite is nothing but zeros', () => {
    const file = writePsd(plain);
    const unsigned = file.slice();
    unsigned[indexOf(file, versionInfo) + 5] = 0xff;
    const zeros = new Uint8Array(2 + 20 * 16 * 3);
    const raw = Uint8Array.from([...unsigned.subarray(0, mergedAt(unsigned)), ...zeros]);
    expect(readPsd(raw).storedComposite).toBeUndefined();
    expect(readPsd(Uint8Array.from([...raw.subarray(0, -1), 1])).storedComposite).toBeDefined();
  });
});

/** Where the last part of a PSD begins. */
function mergedAt(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset);
  let at = 26;
  for (let part = 0; part < 3; part++) at += 4 + view.getUint32(at);
  return at;
}

describe('what other programs have written', () => {
  it('may have a last run of packed bytes that is too long: it is cut', () => {
    const target = new Uint8Array(4);
    expect(unpackRow(Uint8Array.of(1, 7, 8, 253, 9), 0, 5, target, 0, 4)).toBe(true);
    expect([...target]).toEqual([7, 8, 9, 9]);
    expect(unpackRow(Uint8Array.of(5, 1, 2, 3, 4, 5, 6), 0, 7, target, 0, 4)).toBe(true);
    expect([...target]).toEqual([1, 2, 3, 4]);
    expect(unpackRow(Uint8Array.of(1, 7, 8), 0, 3, target, 0, 4)).toBe(false);
  });

  it('may have bytes behind the last image resource: what is added stands before them', () => {
    const state = onWhite(4, 4, flatLayer(2, rect(0, 0, 4, 4), [1, 2, 3]));
    const file = writePsd(state);
    const view = new DataView(file.buffer, file.byteOffset);
    const length = view.getUint32(30);
    const odd = Uint8Array.from([...file.subarray(0, 34 + length), 1, 2, 3, ...file.subarray(34 + length)]);
    new DataView(odd.buffer).setUint32(30, length + 3);
    const opened = readPsd(odd);
    const again = readPsd(writePsd({ ...opened, profile: new Uint8Array(8) }));
    expect(again.profile).toEqual(new Uint8Array(8));
    expect(psdOriginOf(again)?.resources.at(-1)?.raw).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('may leave the global mask out behind a list of layers whose padding is not counted', () => {
    const state = onWhite(4, 4, { ...newPixelLayer(2, 'Empty') });
    const file = graft(writePsd(state), { document: [['Patt', new Uint8Array(4)]] });
    const patt = indexOf(file, [0x38, 0x42, 0x49, 0x4d, 0x50, 0x61, 0x74, 0x74]);
    const bare = Uint8Array.from([...file.subarray(0, patt - 4), 0, 0, ...file.subarray(patt)]);
    const view = new DataView(bare.buffer);
    const sectionAt = 34 + view.getUint32(30);
    view.setUint32(sectionAt, view.getUint32(sectionAt) - 2);
    const opened = readPsd(bare);
    expect(psdOriginOf(opened)?.section.blocks.map(({ key }) => key)).toEqual(['Patt']);
    expect(readPsd(writePsd(insertLayerOnTop(opened, added))).layers[0]?.name).toBe('Result');
  });

  it('may have blocks but no layers at 16 bit: new ones come first', () => {
    const flat = writePsd(documentOf(sixteen, [noiseBackground(5, 4, 16)]));
    const opened = readPsd(graft(flat, { document: [['cinf', new Uint8Array(6)]] }));
    const again = readPsd(writePsd(insertLayerOnTop(opened, noiseLayer(90, 'Result', rect(0, 0, 3, 3), 16))));
    expect(psdOriginOf(again)?.section.blocks.map(({ key }) => key)).toEqual(['Lr16', 'cinf']);
    expect(again.layers.map(({ name }) => name)).toEqual(['Result', 'Background']);
  });

  it.each([
    [16, 'Mt16', 'Lr16'],
    [32, 'Mt32', 'Lr32'],
  ] as const)('may say at %i bit by an empty block that the composite is transparent', (depth, mark, layers) => {
    const floating = documentOf({ ...sixteen, depth }, [noiseLayer(2, 'Alone', rect(1, 1, 4, 3), depth)]);
    const file = writePsd({ ...floating, channels: [noiseChannel(7, 'Saved', floating)] });
    const opened = readPsd(file);
    expect(psdOriginOf(opened)?.section.blocks.map(({ key }) => key)).toEqual([mark, layers]);
    expect(opened.channels.map(({ name }) => name)).toEqual(['Saved']);
    expect(opened.storedComposite?.read().alpha).toBeDefined();
    const again = readPsd(writePsd(insertLayerOnTop(opened, noiseLayer(90, 'Result', rect(0, 0, 3, 3), depth))));
    expect(psdOriginOf(again)?.section.blocks.map(({ key }) => key)).toEqual([mark, layers]);
    expect(again.channels.map(({ name }) => name)).toEqual(['Saved']);
    const solid = { ...again, layers: [...again.layers, noiseBackground(5, 4, depth)] };
    const covered = readPsd(writePsd({ ...solid, profile: new Uint8Array(3) }));
    expect(covered.storedComposite?.read().alpha === undefined).toBe(
      !psdOriginOf(covered)?.section.blocks.some(({ key }) => key === mark),
    );
  });

  it('may have 53 saved channels beside color and transparency, as Photoshop has them', () => {
    const writer = createByteWriter();
    writeFileHeader(writer, { flavor: psd, channels: 57, width: 2, height: 1, depth: 8, mode: 'rgb' });
    writer.zeros(12 + 2 + 57 * 2);
    const file = writer.join();
    expect(readPsd(file).channels).toHaveLength(54);
    file[13] = 58;
    expect(() => readPsd(file)).toThrow('its number of channels is impossible');
  });
});

describe('groups that do not fit together', () => {
  const grouped = documentOf({ width: 8, height: 8, mode: 'rgb', depth: 8, resolution: 72 }, [
    newGroup(3, 'Group', [newPixelLayer(2, 'Inside')]),
    newPixelLayer(1, 'Below'),
  ]);
  const grafted = (layers: Readonly<Record<string, readonly KeyedData[]>>) => graft(writePsd(grouped), { layers });

  it('are refused: one without an end, one without a beginning, one of an unknown kind', () => {
    expect(() => readPsd(grafted({ Below: [section(1)] }))).toThrow('a group in it has no end');
    expect(() => readPsd(grafted({ Inside: [section(3)] }))).toThrow('a group in it has no beginning');
    expect(() => readPsd(grafted({ Inside: [section(9)] }))).toThrow('a group in it is of an unknown kind');
  });

  it('are refused where they are nested without end', () => {
    const nested = (depth: number) => {
      let layer: LayerState = newPixelLayer(1, 'Deep');
      for (let id = 2; id < depth + 2; id++) layer = newGroup(id, 'Group', [layer]);
      return documentOf({ width: 8, height: 8, mode: 'rgb', depth: 8, resolution: 72 }, [layer]);
    };
    expect(allLayers(readPsd(writePsd(nested(100))))).toHaveLength(101);
    expect(() => readPsd(writePsd(nested(101)))).toThrow(DamagedFile);
  });
});

describe('text in a file', () => {
  /** The block of a text, of which only the look of its edges is told. */
  function textBlock(edges: string): KeyedData {
    const writer = createByteWriter();
    writer.u16(1);
    writer.zeros(6 * 8);
    writer.u16(50);
    writer.u32(16);
    writer.zeros(4 + 4);
    writer.ascii('TxLr');
    writer.u32(1);
    writer.u32(0);
    writer.ascii('AntAenum');
    writer.u32(0);
    writer.ascii('Annt');
    writer.u32(edges.length);
    writer.ascii(edges);
    return ['TySh', writer.join()];
  }

  it.each([
    ['antiAliasSharp', 156],
    ['AnCr', 156],
    ['antiAliasPlatformGray', 119],
    ['antiAliasPlatformLCD', 119],
  ] as const)('whose edges are set to %s is blended in its own gamma, or as all else is', (edges, expected) => {
    const plain = flatLayer(2, rect(0, 0, 4, 4), [255, 0, 0]);
    const alpha = new Uint8Array(16).fill(136);
    const layer = { ...plain, name: 'Title', pixels: knownPlanes({ color: plain.pixels.read().color, alpha }) };
    const opened = readPsd(graft(writePsd(onWhite(4, 4, layer)), { layers: { Title: [textBlock(edges)] } }));
    expect(opened.layers[0]?.kind).toBe('text');
    const [, green] = compositeRegion(opened, rect(0, 0, 1, 1)).color;
    expect(Math.abs((green?.[0] ?? 0) - expected)).toBeLessThanOrEqual(1);
  });
});
