import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { openDocument } from '../photoshop/files/openDocument';
import { noise, noiseChannel } from '../photoshop/fixtures/documents';
import { fullScale } from '../photoshop/model/samples';
import type { DocumentState } from '../photoshop/model/state';
import type { EditReport } from './editReport';
import { type Bench, createBench, maskPng, noiseDocument, psdOf, tryEdit } from './testBench';

const width = 48;
const height = 40;
const pixels = width * height;

// whole edits, on machines that are busy
jest.setTimeout(60_000);

let bench: Bench;

beforeEach(() => {
  bench = createBench();
});

afterEach(() => bench.remove());

/** Runs an edit that must succeed; the result is `out.psd`. */
async function succeed(...args: readonly string[]): Promise<EditReport> {
  const tried = await tryEdit(bench, ['--operation', 'remove', '--seed', '1', '--out', 'out.psd', ...args]);
  if (!tried.ok) throw new Error(tried.reason);
  return tried.report;
}

function opened(name: string): DocumentState {
  return openDocument(bench.bytes(name));
}

it('writes the layered file, the pictures and a report of the agreed form', async () => {
  bench.put('in.psd', psdOf(noiseDocument(width, height)));
  const more = ['--preview', 'deep/preview.png', '--flat', 'flat.png', '--report', 'report.json'];
  const report = await succeed('--document', 'in.psd', '--selection', '10,10,20,22', ...more);
  expect(bench.made()).toEqual(['deep', 'deep/preview.png', 'flat.png', 'out.psd', 'report.json']);
  expect(JSON.parse(bench.read('report.json'))).toEqual(report);
  expect(report).toMatchObject({
    operation: 'remove',
    route: {
      model: 'inlay-local',
      provider: 'local',
      reason: 'The only model that you can call for this.',
      price: 'Free',
      scale: 'native',
    },
    layers: [{ id: 2, name: 'Remove · Inlay Local · native', maskBounds: { left: 8, top: 8, right: 22, bottom: 24 } }],
    imaging: { undisposed: 0 },
    history: { added: 1 },
    refusals: [],
  });
  const steps = ['survey', 'plan', 'capture', 'call', 'finish', 'stitch', 'check', 'place'];
  expect(Object.keys(report.milliseconds)).toEqual(steps);
  expect(report.modal.count).toBeGreaterThan(0);
  expect(opened('flat.png')).toMatchObject({ width, height, depth: 8 });
});

it('changes the pixels of a hard mask and no others, with neither grow nor feather', async () => {
  bench.put('in.psd', psdOf(noiseDocument(width, height)));
  const isMasked = (x: number, y: number) => (x - 20) ** 2 + (y - 18) ** 2 < 60;
  bench.put(
    'mask.png',
    maskPng(width, height, (x, y) => (isMasked(x, y) ? 255 : 0)),
  );
  const exactly = ['--grow', '0', '--feather', '0', '--flat', 'flat.png'];
  await succeed('--document', 'in.psd', '--selection', 'mask.png', ...exactly);
  const [before, after] = ['in.psd', 'flat.png'].map((name) => opened(name).layers[0].pixels.read().color);
  const changed = (i: number) => before.some((plane, channel) => plane[i] !== after[channel][i]);
  const wrong = Array.from({ length: pixels }, (_, i) => i).filter(
    (i) => changed(i) && !isMasked(i % width, Math.floor(i / width)),
  );
  expect(wrong).toEqual([]);
  const touched = Array.from({ length: pixels }, (_, i) => i).filter(changed).length;
  expect(touched).toBeGreaterThan(150);
});

it('takes a saved channel, soft as it is', async () => {
  const document = noiseDocument(width, height, 16);
  const ramp = Uint16Array.from({ length: pixels }, (_, i) => ((i % width) - 10) * 1500).map((value, i) =>
    i % width > 10 && i % width < 30 ? value : 0,
  );
  const channel = { ...noiseChannel(1, 'Bottle', document), pixels: { read: () => ({ color: [ramp] }) } };
  bench.put('in.psd', psdOf({ ...document, channels: [channel] }));
  const soft = ['--selection', 'channel:Bottle', '--grow', '0', '--feather', '0'];
  await succeed('--document', 'in.psd', ...soft);
  const [{ mask }] = opened('out.psd').layers;
  const { bounds, samples } = mask ?? { bounds: { left: 0, top: 0 }, samples: () => new Uint16Array(0) };
  const row = Array.from(samples().slice(0, 19 - (bounds.left - 11)));
  expect(row).toEqual(Array.from(ramp.slice(bounds.left, 30)));
});

it('takes a selection that reaches beyond the canvas', async () => {
  bench.put('in.psd', psdOf(noiseDocument(width, height)));
  const report = await succeed('--document', 'in.psd', '--selection', '-20,-30,12,14');
  expect(report.layers[0].maskBounds).toMatchObject({ left: 0, top: 0 });
});

describe('a picture that is no Photoshop document', () => {
  const rgb = (channels: number) => noise(8, pixels * channels, 3) as Uint8Array;
  const selection = ['--selection', '10,10,20,22'];

  it('opens as a JPEG', async () => {
    bench.put('in.jpg', encodeJpeg({ width, height, data: rgb(4) }, 90).data);
    await succeed('--document', 'in.jpg', ...selection);
    expect(opened('out.psd').layers.map(({ name }) => name)).toEqual(['Remove · Inlay Local · native', 'Background']);
  });

  it('opens as a PNG with transparency, as a layer', async () => {
    bench.put('in.png', encodePng({ width, height, channels: 4, depth: 8, data: rgb(4) }));
    await succeed('--document', 'in.png', ...selection);
    expect(opened('out.psd').layers.map(({ name }) => name)).toEqual(['Remove · Inlay Local · native', 'Layer 0']);
  });

  it('opens as a gray PNG, and stays gray', async () => {
    bench.put('in.png', encodePng({ width, height, channels: 1, depth: 8, data: rgb(1) }));
    await succeed('--document', 'in.png', ...selection);
    expect(opened('out.psd')).toMatchObject({ mode: 'gray', depth: 8 });
  });

  it('opens as a PNG with a palette', async () => {
    const palette = Array.from({ length: 4 }, (_, i) => [i * 80, 255 - i * 60, i * 10]);
    const data = Uint8Array.from(rgb(1), (value) => value >> 6);
    bench.put('in.png', encodePng({ width, height, channels: 1, depth: 8, data, palette }));
    await succeed('--document', 'in.png', ...selection);
    expect(opened('out.psd')).toMatchObject({ mode: 'rgb', depth: 8 });
  });

  it('stays at 16 bits, also in the flat picture', async () => {
    const data = Uint16Array.from({ length: pixels * 3 }, (_, i) => (i * 7919) & 0xffff);
    bench.put('in.png', encodePng({ width, height, channels: 3, depth: 16, data }));
    await succeed('--document', 'in.png', ...selection, '--flat', 'flat.png');
    expect(opened('out.psd').depth).toBe(16);
    const flat = opened('flat.png');
    expect(flat.depth).toBe(16);
    expect(Math.max(...flat.layers[0].pixels.read().color[0])).toBeGreaterThan(fullScale(8) * 100);
  });
});

it('gives the same bytes for the same seed, and others for another', async () => {
  bench.put('in.psd', psdOf(noiseDocument(width, height)));
  const args = ['--document', 'in.psd', '--selection', '10,10,20,22'];
  await succeed(...args);
  await succeed(...args, '--out', 'again.psd');
  await succeed(...args, '--out', 'other.psd', '--seed', '2');
  expect(bench.bytes('again.psd')).toEqual(bench.bytes('out.psd'));
  expect(bench.bytes('other.psd')).not.toEqual(bench.bytes('out.psd'));
});

it('keeps the data of the plugin from one run to the next', async () => {
  bench.put('in.psd', psdOf(noiseDocument(width, height)));
  const args = ['--document', 'in.psd', '--selection', '10,10,20,22', '--data', 'data'];
  await succeed(...args);
  const files = bench.made().filter((name) => name.startsWith('data/') && name.endsWith('.json'));
  const first = files.map((name) => bench.read(name)).join('');
  await succeed(...args, '--seed', '7');
  const second = files.map((name) => bench.read(name)).join('');
  expect(files).not.toEqual([]);
  expect(second).not.toBe(first);
});
