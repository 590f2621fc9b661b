import { join } from 'node:path';
import { noiseChannel, noiseLayer, rect } from '../photoshop/fixtures/documents';
import { createDocument } from '../photoshop/model/createDocument';
import { newBackground } from '../photoshop/model/newBackground';
import { newGroup } from '../photoshop/model/newLayer';
import type { DocumentState, LayerState } from '../photoshop/model/state';
import { type Bench, createBench, maskPng, noiseDocument, psdHeader, psdOf, tryEdit } from './testBench';

const width = 48;
const height = 40;
const rectangle = '2,2,9,9';
const mask = (valueAt: (x: number, y: number) => number) => maskPng(width, height, valueAt);

// whole edits, on machines that are busy
jest.setTimeout(60_000);

let bench: Bench;

beforeAll(() => {
  bench = createBench();
  const document = noiseDocument(width, height);
  const psd = psdOf(document);
  bench.put('document.psd', psd);
  bench.put('channels.psd', psdOf({ ...document, channels: ['Bottle', 'Label'].map((name, i) => channel(i, name)) }));
  bench.put('truncated.psd', psd.subarray(0, psd.length - 500));
  bench.put('brokenInside.psd', brokenInside());
  bench.put('text.psd', 'This is no picture.');
  bench.put('empty.psd', '');
  bench.put('truncated.png', maskPng(width, height, (x, y) => x * y).subarray(0, 200));
  bench.put('small.psd', psdOf(noiseDocument(15, 40)));
  bench.put('bitmap.psd', psdHeader(0, 1, 1));
  bench.put('indexed.psd', psdHeader(2, 8, 1));
  bench.put('plates.psd', psdHeader(7, 8, 3));
  bench.put('duotone.psd', psdHeader(8, 8, 1));
  bench.put(
    'mask.png',
    mask((x, y) => (x > 10 && x < 25 && y > 10 && y < 25 ? 255 : 0)),
  );
  bench.put(
    'nothing.png',
    mask(() => 0),
  );
  bench.put(
    'everything.png',
    mask(() => 255),
  );
  bench.put(
    'pixel.png',
    mask((x, y) => (x === 20 && y === 20 ? 255 : 0)),
  );
  bench.put(
    'larger.png',
    maskPng(width + 1, height, () => 255),
  );
  bench.put('group.psd', psdOf(withActive(newGroup(3, 'Set', [layer(4, 'In it')]))));
  bench.put('hidden.psd', psdOf(withActive({ ...layer(3, 'Sketch'), visible: false })));
  bench.put('locked.psd', psdOf(withActive({ ...layer(3, 'Frame'), locks: { ...layer(3, '').locks, all: true } })));
  bench.put('quickMask.psd', withQuickMask(psd));
  bench.put('old.psd', 'An older result.');
});

afterAll(() => bench.remove());

function channel(i: number, name: string) {
  return noiseChannel(i + 1, name, noiseDocument(width, height));
}

function layer(id: number, name: string): LayerState {
  return noiseLayer(id, name, rect(0, 0, width, height), 8);
}

function withActive(active: LayerState): DocumentState {
  const background = newBackground(1, width, height, noiseDocument(width, height).layers[0].pixels);
  return { ...noiseDocument(width, height, 8, [active, background]), activeLayers: [active.id] };
}

/** A PSD with a packed composite of which a row in the middle says nothing. */
function brokenInside(): Uint8Array {
  const file = psdOf(createDocument({ width, height, mode: 'rgb', depth: 8, resolution: 72, fill: [9, 9, 9] }));
  const rows = file.length - height * 3 * 2;
  const broken = file.slice();
  for (let at = rows + 20; at < rows + 24; at++) broken[at] = 128;
  return broken;
}

/** The file with the resource that Photoshop writes while Quick Mask is on, put before all others. */
function withQuickMask(psd: Uint8Array): Uint8Array {
  const view = new DataView(psd.buffer, psd.byteOffset, psd.byteLength);
  const resource = [0x38, 0x42, 0x49, 0x4d, 3, 0xfe, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0];
  const before = psd.slice(0, 34);
  new DataView(before.buffer).setUint32(30, view.getUint32(30) + resource.length);
  return Uint8Array.from([...before, ...resource, ...psd.subarray(34)]);
}

const good = {
  document: 'document.psd',
  selection: 'mask.png',
  operation: 'remove',
  seed: '1',
  out: 'out.psd',
  preview: 'preview.png',
  flat: 'flat.png',
  report: 'report.json',
};

function argsWith(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries({ ...good, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
}

const cases: readonly (readonly [string, Readonly<Record<string, string | undefined>>, RegExp])[] = [
  ['no document', { document: undefined }, /^--document is missing\. Use: headless edit /],
  ['no operation', { operation: undefined }, /^--operation is missing\. Use: /],
  ['no place for the result', { out: undefined }, /^--out is missing\. Use: /],
  ['an unknown option', { colour: 'red' }, /^Unknown option '--colour'\. Use: /],
  ['the document as the place for the result', { out: './document.psd' }, /^--out and --document are the same file/],
  ['the mask as the place for a picture', { flat: 'mask.png' }, /^--flat and --selection are the same file/],
  ['one place for two results', { preview: 'flat.png' }, /^--flat and --preview are the same file/],
  ['a folder as the place for the result', { out: '.' }, /is a folder; name the file to write\.$/],
  ['a file for a folder', { out: 'mask.png/out.psd' }, /could not be written: a part of its path is not a folder\.$/],
  ['a document that is not there', { document: 'no.psd' }, /no\.psd could not be read: there is no such file\.$/],
  ['a folder for a document', { document: '.' }, /could not be read: it is a folder, not a file\.$/],
  ['a truncated PSD', { document: 'truncated.psd' }, /This file is damaged or incomplete: .+ save it again\.$/],
  [
    'a PSD whose pixels are broken',
    { document: 'brokenInside.psd' },
    /^This file is damaged or incomplete: a packed row is broken\.$/,
  ],
  ['a truncated PNG', { document: 'truncated.png' }, /This PNG file is damaged or incomplete .+ save it again\.$/],
  ['no picture at all', { document: 'text.psd' }, /neither a Photoshop document nor a PNG or JPEG picture/],
  ['an empty file', { document: 'empty.psd' }, /neither a Photoshop document nor a PNG or JPEG picture/],
  [
    'a bitmap',
    { document: 'bitmap.psd', selection: rectangle },
    /a document in Bitmap\. It edits RGB, .+Choose Image > Mode > RGB/,
  ],
  [
    'indexed colors',
    { document: 'indexed.psd', selection: rectangle },
    /a document in Indexed Color\. It edits RGB, .+Choose Image > /,
  ],
  [
    'a duotone',
    { document: 'duotone.psd', selection: rectangle },
    /a document in Duotone\. It edits RGB, .+Choose Image > Mode > /,
  ],
  [
    'plates',
    { document: 'plates.psd', selection: rectangle },
    /a document in Multichannel\. It edits RGB, .+Choose Image > Mode/,
  ],
  ['a picture that is too small', { document: 'small.psd', selection: '2,2,9,9' }, /^The picture is too small \(15/],
  ['no selection', { selection: undefined }, /^Nothing is selected\. Select what should go/],
  ['an empty mask', { selection: 'nothing.png' }, /^(Nothing is selected|The selection is empty)\. Select /],
  ['a mask of one pixel', { selection: 'pixel.png' }, /^The selection is too small\. Select at least four pixels/],
  ['a mask of everything', { selection: 'everything.png' }, /^The selection leaves nothing to continue from\. /],
  ['a mask of another size', { selection: 'larger.png' }, /has 49 × 40 px, the document 48 × 40 px: a mask has/],
  ['a mask that is not there', { selection: 'no.png' }, /no\.png could not be read: there is no such file\.$/],
  ['a mask that is no picture', { selection: 'text.psd' }, /text\.psd: This file is neither/],
  [
    'a channel that is not there',
    { document: 'channels.psd', selection: 'channel:Cap' },
    /it has “Bottle”, “Label”\.$/,
  ],
  ['a channel where none is saved', { selection: 'channel:Cap' }, /no channel “Cap”: none is saved\.$/],
  ['a rectangle beyond the canvas', { selection: '60,0,90,30' }, /^The selection lies outside the canvas\. /],
  [
    'a rectangle over the whole canvas',
    { selection: '-20,-20,99,99' },
    /^The selection leaves nothing to continue from/,
  ],
  [
    'a rectangle of nothing',
    { selection: '9,9,9,20' },
    /--selection 9,9,9,20 is empty: it takes LEFT,TOP,RIGHT,BOTTOM/,
  ],
  ['no number', { grow: 'much' }, /^--grow takes a number, not “much”\.$/],
  ['a growth below nothing', { grow: '-1' }, /grow: it takes a number of pixels from 0 to 256\.$/],
  ['a feather beyond all reason', { feather: '5000' }, /feather: it takes a number of pixels from 0 to 256\.$/],
  ['half a seed', { seed: '1.5' }, /seed: it takes a whole number from 0 to 4294967295\.$/],
  ['an unknown model', { model: 'gpt' }, /^There is no model called “gpt”\. Choose /],
  ['an unknown operation', { operation: 'fly' }, /operation: .*remove/],
  ['a group as the active layer', { document: 'group.psd' }, /^The group “Set” is active\. Click the layer in it/],
  ['a hidden active layer', { document: 'hidden.psd' }, /^The layer “Sketch” is hidden\. Show it, or/],
  ['a locked active layer', { document: 'locked.psd' }, /^The layer “Frame” is locked\. Unlock it, or/],
  ['Quick Mask', { document: 'quickMask.psd' }, /^Quick Mask is on\. Press Q/],
];

it.each(cases)('refuses %s with one plain sentence, and writes nothing', async (_what, changes, sentence) => {
  const tried = await tryEdit(bench, argsWith(changes));
  expect(tried).toEqual({ ok: false, reason: expect.stringMatching(sentence) as string });
  expect(tried.ok ? '' : tried.reason).not.toMatch(/[\n\r]|\bat \w+ \(|Error:/);
  expect(bench.made()).toEqual([]);
});

it('does nothing to a result of before when it fails', async () => {
  const tried = await tryEdit(bench, argsWith({ document: 'truncated.psd', out: join(bench.folder, 'old.psd') }));
  expect(tried.ok).toBe(false);
  expect(bench.made()).toEqual([]);
});
