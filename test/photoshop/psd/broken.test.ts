import { zlibSync } from 'fflate';
import { foreignFiles } from '../../support/documents/foreign';
import { CannotDraw } from '../composite/cannotDraw';
import { documentComposite } from '../composite/documentComposite';
import { layeredDocument, noiseLayer, rect } from '../fixtures/documents';
import { graft } from '../fixtures/graft';
import { asPsb } from '../fixtures/parts';
import { allLayers } from '../model/findLayer';
import { insertLayerOnTop } from '../model/insertLayer';
import { modes } from '../model/modes';
import { canvasOf } from '../model/rects';
import type { DocumentState } from '../model/state';
import { createByteReader } from './byteReader';
import { createByteWriter } from './byteWriter';
import { DamagedFile } from './damagedFile';
import { inflate } from './encodedPlane';
import { readFileHeader, writeFileHeader } from './fileHeader';
import { psb, psd } from './flavor';
import { psdOriginOf } from './origin';
import { readPsd } from './readPsd';
import { UnsupportedFile } from './unsupportedFile';
import { writePsd } from './writePsd';

/** Small files of both flavors and of many kinds. */
const files: readonly (readonly [string, Uint8Array])[] = [
  ['a PSD', writePsd(layeredDocument(8, 14, 9))],
  ['a PSD of 16 bits', writePsd(layeredDocument(16, 14, 9, 'gray'))],
  ['a PSB', writePsd(asPsb(layeredDocument(8, 14, 9, 'cmyk')))],
  ['a PSB of 32 bits', writePsd(asPsb(layeredDocument(32, 14, 9)))],
  ...foreignFiles.map(({ name, bytes }) => [name, bytes()] as const),
];

const sentence = /^[A-Z][^.]+\.$/;

/** Opens a file, looks at all of it, adds a layer and writes it: each either works or ends in a sentence. */
function tryAll(bytes: Uint8Array): 'works' | 'is refused' {
  try {
    const state = readPsd(bytes);
    look(state);
    if (modes[state.mode].colors) writePsd(insertLayerOnTop(state, added(state)));
    return 'works';
  } catch (error) {
    const isForPerson = [DamagedFile, UnsupportedFile, CannotDraw].some((kind) => error instanceof kind);
    if (!isForPerson || !(error instanceof Error) || !sentence.test(error.message)) throw error;
    return 'is refused';
  }
}

function look(state: DocumentState): void {
  for (const layer of allLayers(state)) {
    layer.pixels.read();
    layer.mask?.samples();
  }
  state.channels.forEach(({ pixels }) => pixels.read());
  state.storedComposite?.read();
  documentComposite(state, canvasOf(state));
}

function added({ mode, depth }: DocumentState) {
  return noiseLayer(9000, 'Result', rect(0, 0, 5, 5), depth, 3, mode);
}

/** Where a part begins: of the file, of the layer section, of a record, of a channel, of a block or of a resource. */
function boundariesOf(file: Uint8Array): readonly number[] {
  const origin = psdOriginOf(readPsd(file));
  if (!origin) return [];
  const { resources, section, merged } = origin;
  const parts = [
    ...resources.map(({ raw }) => raw),
    section.raw,
    section.globalMask,
    ...section.blocks.map(({ raw }) => raw),
    ...section.records.flatMap(({ raw, channels, extra }) => [
      raw,
      ...extra.blocks.map((block) => block.raw),
      ...channels.map((channel) => channel.raw),
    ]),
    ...merged.planes.map(({ data }) => data.bytes),
    merged.rest,
  ];
  const ends = parts.flatMap((part) => {
    const start = part.byteOffset - file.byteOffset;
    return [start, start + part.length];
  });
  return [...new Set([0, 4, 6, 12, 14, 18, 22, 24, 26, 30, ...ends])].sort((a, b) => a - b);
}

/** Whole numbers that repeat with a seed (Mulberry32, Tommy Ettinger, 2017). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe.each(files)('%s', (_name, file) => {
  it('is refused with a sentence when it breaks off at the border of any part, or beside it', () => {
    const origin = psdOriginOf(readPsd(file));
    const needed = file.length - (origin?.merged.rest.length ?? 0);
    const cuts = boundariesOf(file).flatMap((at) => [at - 1, at, at + 1]);
    for (const at of cuts.filter((cut) => cut >= 0 && cut < needed)) {
      expect([at, tryAll(file.subarray(0, at))]).toEqual([at, 'is refused']);
    }
  });

  it('opens or is refused with a sentence when a length in it is absurd', () => {
    const below = numbersFrom(file.length);
    const borders = boundariesOf(file);
    for (let round = 0; round < 6; round++) {
      const place = pick(below, borders) + pick(below, [0, -4, 8]);
      const broken = file.slice();
      const at = Math.min(file.length - 4, Math.max(0, place));
      new DataView(broken.buffer).setUint32(at, pick(below, [0, 1, 0x7fff, 0x7fffffff, 0xfffffff0, 0xffffffff]));
      tryAll(broken);
    }
  });

  it('opens or is refused with a sentence when bytes in it are any others', () => {
    const below = numbersFrom(file.length + 1);
    const borders = boundariesOf(file);
    for (let round = 0; round < 5; round++) {
      const broken = file.slice();
      for (let change = below(4); change >= 0; change--) {
        const at = below(2) === 0 ? below(file.length) : pick(below, borders) + below(24);
        broken[Math.min(file.length - 1, at)] = below(256);
      }
      tryAll(broken);
    }
  });
});

function pick(below: (limit: number) => number, list: readonly number[]): number {
  return list[below(list.length)] ?? 0;
}

describe('a few bytes that claim to be much', () => {
  const header = (flavor: typeof psd, width: number, height: number) => {
    const writer = createByteWriter();
    writeFileHeader(writer, { flavor, channels: 3, width, height, depth: 8, mode: 'rgb' });
    return writer;
  };

  it.each([
    ['raw', 0],
    ['packed', 1],
    ['deflated', 2],
    ['deflated with prediction', 3],
  ])('the largest picture there is, %s: refused before memory is taken', (_kind, compression) => {
    const writer = header(psb, 300000, 300000);
    writer.zeros(4 + 4 + 8);
    writer.u16(compression);
    writer.zeros(100);
    const started = Date.now();
    expect(() => readPsd(writer.join())).toThrow(DamagedFile);
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it('a composite that unpacks to more than it needs is unpacked no further', () => {
    const writer = header(psd, 10, 10);
    writer.zeros(4 + 4 + 4);
    writer.u16(2);
    writer.bytes(zlibSync(new Uint8Array(1 << 24).fill(7)));
    const state = readPsd(writer.join());
    expect([...new Set(state.storedComposite?.read().color.flatMap((plane) => [...plane]))]).toEqual([7]);
  });

  it('deflated bytes are unpacked as far as they are wanted', () => {
    const bomb = zlibSync(new Uint8Array(1 << 24));
    const started = Date.now();
    expect(inflate(bomb, 100)).toEqual(new Uint8Array(100));
    expect(Date.now() - started).toBeLessThan(500);
    expect(() => inflate(bomb.subarray(0, 50), 1 << 24)).toThrow(DamagedFile);
    expect(() => inflate(bomb, 2 ** 52)).toThrow(UnsupportedFile);
  });

  it('a layer as large as its numbers can say', () => {
    const file = writePsd(layeredDocument(8, 14, 9));
    const origin = psdOriginOf(readPsd(file));
    const record = origin?.section.records.find(({ channels }) => channels.length > 3);
    const broken = file.slice();
    const at = (record?.raw.byteOffset ?? 0) - file.byteOffset;
    [-0x80000000, -0x80000000, 0x7fffffff, 0x7fffffff].forEach((edge, i) => {
      new DataView(broken.buffer).setInt32(at + i * 4, edge);
    });
    expect(tryAll(broken)).toBe('is refused');
  });

  it('a descriptor that is nested without end is not followed', () => {
    const nested = createByteWriter();
    nested.zeros(4);
    nested.u32(16);
    for (let level = 0; level < 20000; level++) {
      nested.u32(0);
      nested.u32(0);
      nested.ascii('null');
      nested.u32(1);
      nested.u32(0);
      nested.ascii('nestObjc');
    }
    const file = graft(writePsd(layeredDocument(8, 14, 9)), {
      layers: { Deep: [['lfx2', nested.join()]], Masked: [['artb', nested.join().subarray(4)]] },
    });
    const deep = allLayers(readPsd(file)).find(({ name }) => name === 'Deep');
    expect(deep?.hasEffects).toBe(true);
  });
});

it('the header is read as it was written', () => {
  const writer = createByteWriter();
  const header = { flavor: psb, channels: 5, width: 299999, height: 3, depth: 16, mode: 'cmyk' } as const;
  writeFileHeader(writer, header);
  expect(readFileHeader(createByteReader(writer.join(), 'the file'))).toEqual(header);
});
