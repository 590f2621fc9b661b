import { foreignFiles } from '../../support/documents/foreign';
import { adjustments } from '../../support/documents/foreign/adjustments';
import { byAgPsd } from '../../support/documents/foreign/agPsd';
import { effects, embedded, text, vectors } from '../../support/documents/foreign/layers';
import { besides, linkedFile, savedPaths, unknownBlocks } from '../../support/documents/foreign/pieces';
import { layeredDocument, noiseLayer, noiseMask, rect } from '../fixtures/documents';
import { graft, type KeyedData } from '../fixtures/graft';
import { asPsb, lostParts } from '../fixtures/parts';
import { allLayers } from '../model/findLayer';
import { insertLayerAbove } from '../model/insertLayer';
import { modes } from '../model/modes';
import type { Depth, DocumentState } from '../model/state';
import { blockKeysOf } from './blockKeys';
import { psb } from './flavor';
import { psdOriginOf } from './origin';
import { readPsd } from './readPsd';
import { writePsd } from './writePsd';

/** What placing a result does to a document: a layer with a mask, directly above another. */
function withResult(state: DocumentState, above: number): DocumentState {
  const { mode, depth } = state;
  const result = noiseLayer(9000, 'Result', rect(4, 4, 20, 22), depth, 30, mode);
  return insertLayerAbove(state, above, { ...result, mask: noiseMask(rect(0, 0, 30, 30), depth, 3) });
}

function idOf(state: DocumentState, name: string): number {
  const layer = allLayers(state).find((one) => one.name === name);
  if (!layer) throw new Error(`There is no layer ${name}`);
  return layer.id;
}

describe.each(foreignFiles)('$name', ({ bytes, active }) => {
  const file = bytes();
  const opened = readPsd(file);

  it('is the same, to the byte, when nothing was changed', () => {
    expect(writePsd({ ...opened })).toEqual(file);
  });

  it('keeps every part to the byte when a result is placed in it', () => {
    const after = writePsd(withResult(opened, idOf(opened, active)));
    expect(lostParts(file, after)).toEqual([]);
    const names = allLayers(readPsd(after)).map(({ name }) => name);
    expect(names.indexOf('Result')).toBe(names.indexOf(active) - 1);
  });
});

describe('the kinds of layers in files of other programs', () => {
  const kindsIn = (name: string) => {
    const file = foreignFiles.find((one) => one.name === name);
    return allLayers(readPsd(file?.bytes() ?? new Uint8Array(0))).map(({ kind }) => kind);
  };

  it('are told apart', () => {
    expect(kindsIn('a file with artboards')).toContain('group');
    expect(kindsIn('a file with an embedded smart object')).toContain('smartObject');
    expect(kindsIn('a file with text')).toContain('text');
    expect(kindsIn('a file with vector masks and a shape')).toContain('solidFill');
    const kinds = [
      ...kindsIn('a file with every kind of adjustment layer but levels'),
      ...kindsIn('a file with levels'),
    ];
    expect(kinds.filter((kind) => kind === 'adjustment')).toHaveLength(adjustments.length);
  });

  it('and so are artboards, effects, vector masks and spot channels', () => {
    const read = (name: string) => readPsd(foreignFiles.find((one) => one.name === name)?.bytes() ?? new Uint8Array(0));
    expect(allLayers(read('a file with artboards')).filter(({ artboard }) => artboard)).toHaveLength(2);
    expect(allLayers(read('a file with effects of every kind')).some(({ hasEffects }) => hasEffects)).toBe(true);
    const vectorMasks = allLayers(read('a file with vector masks and a shape')).filter((one) => one.hasVectorMask);
    expect(vectorMasks).toHaveLength(2);
    expect(read('a file with spot channels').channels.map(({ kind }) => kind)).toEqual(['spot', 'alpha', 'spot']);
  });
});

/** The blocks that ag-psd has written for the layer on top, but for those that every layer has. */
function blocksOf(file: Uint8Array): readonly KeyedData[] {
  const common = new Set(['luni', 'lyid', 'lspf', 'clbl', 'infx', 'knko', 'lclr', 'fxrp', 'shmd', 'lnsr']);
  const [top] = readPsd(file).layers;
  const kept = new Set(top ? blockKeysOf(top) : []);
  return [...(psdOriginOf(readPsd(file))?.section.records.at(-1)?.extra.blocks ?? [])]
    .filter(({ key }) => kept.has(key) && !common.has(key))
    .map(({ key, data }) => [key, data] as const);
}

const everyMode = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.flatMap((depth) =>
    (['PSD', 'PSB'] as const).map((kind) => ({ mode, depth: depth as Depth, kind })),
  ),
);

/** For each layer of the layered document the blocks of another kind of layer. */
const layers = {
  Hidden: [...blocksOf(byAgPsd(vectors)), ...unknownBlocks],
  Empty: blocksOf(byAgPsd(adjustments.slice(1, 2).map((adjustment) => ({ name: 'x', adjustment })))),
  Clipped: blocksOf(byAgPsd([text])),
  Masked: blocksOf(byAgPsd([effects])),
  Deep: blocksOf(byAgPsd([embedded[0]], embedded[1])),
};

describe.each(everyMode)('a $kind in $mode of $depth bits with all of these in it', ({ mode, depth, kind }) => {
  const document = layeredDocument(depth, 40, 30, mode);
  const file = graft(writePsd(kind === 'PSB' ? asPsb(document) : document), {
    ...besides,
    resources: [...(besides.resources ?? []), ...(savedPaths.resources ?? [])],
    layers,
    document: [linkedFile, ...unknownBlocks, ...(besides.document ?? [])],
  });

  it('keeps every part to the byte when a result is placed in it', () => {
    const opened = readPsd(file);
    expect(psdOriginOf(opened)?.flavor === psb).toBe(kind === 'PSB');
    expect(writePsd({ ...opened })).toEqual(file);
    const after = writePsd(withResult(opened, 2));
    expect(lostParts(file, after)).toEqual([]);
    const result = allLayers(readPsd(after)).find(({ name }) => name === 'Result');
    const before = withResult(opened, 2).layers.find(({ name }) => name === 'Result');
    expect(result?.pixels.read()).toEqual(before?.pixels.read());
  });
});
