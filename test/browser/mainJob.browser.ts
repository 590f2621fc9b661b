import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../build/root';
import { openDocument } from '../photoshop/files/openDocument';
import { allLayers } from '../photoshop/model/findLayer';
import type { LayerState } from '../photoshop/model/state';
import { readPsd } from '../photoshop/psd/readPsd';
import { writePsd } from '../photoshop/psd/writePsd';
import { kinds } from '../support/documents/kinds';
import { selected } from '../support/documents/scene';
import { expectSoon } from './drive/eventually';
import { expectClean } from './drive/expectClean';
import { openPlay, type Play } from './drive/openPlay';
import { personAt } from './drive/person';

jest.setTimeout(120_000);

let play: Play;
beforeAll(async () => {
  play = await openPlay();
});
afterAll(() => play?.close());
beforeEach(() => play.visit());
afterEach(() => expectClean(play));

const photograph = join(root, 'test', 'fixtures', 'photos', 'dandelion.png');
const flower = [
  ...[{ x: 950, y: 560 }, { x: 980, y: 490 }, { x: 1050, y: 460 }, { x: 1120, y: 500 }, { x: 1150, y: 570 }],
  ...[{ x: 1100, y: 630 }, { x: 1060, y: 640 }, { x: 1055, y: 715 }, { x: 1015, y: 715 }, { x: 1020, y: 635 }],
]; // prettier-ignore
const result = 'Remove · Inlay Local · native';

it('does the main job as a person would: open, select, Run, compare, Place, undo, redo, save', async () => {
  const { panel } = play;
  const person = personAt(play, { width: 1280, height: 720 });
  await person.open(photograph);
  await person.choose(/Lasso/);
  await person.drag(flower);
  await expectSoon(person.history, ['Open', 'Lasso']);

  await person.pressInPanel('Run');
  await panel.getByRole('progressbar').first().waitFor();
  await panel.getByText('Fits').first().waitFor();
  const widths = await panel
    .locator('img')
    .evaluateAll((all: HTMLImageElement[]) => all.map((one) => one.naturalWidth));
  expect(widths.length).toBeGreaterThan(2);
  expect(Math.min(...widths)).toBeGreaterThan(0);

  await person.pressInPanel('Place');
  await expectSoon(person.layers, [result, 'Background']);
  await person.press(/^Undo/);
  await expectSoon(person.layers, ['Background']);
  await person.press(/^Redo/);
  await expectSoon(person.layers, [result, 'Background']);

  const saved = await person.save();
  expect(saved.layers.map(({ name }) => name)).toEqual([result, 'Background']);
  expect(saved.layers[0].mask).toBeDefined();
  expect(saved.selection).toBeUndefined();
  expect(isDeepStrictEqual(looksOf(saved.layers[1]), looksOf(openDocument(bytesAt(photograph)).layers[0]))).toBe(true);
});

it('keeps every layer of a deep document as it was, and adds one', async () => {
  const kind = kinds.find(({ name }) => name.startsWith('a layered document of 16 bit'));
  if (!kind) throw new Error('There is no such document.');
  const folder = mkdtempSync(join(tmpdir(), 'inlay-document-'));
  const path = join(folder, 'layered.psd');
  const { selection: _, ...document } = kind.make();
  const bytes = writePsd(document);
  writeFileSync(path, bytes);
  const person = personAt(play, document);
  await person.open(path);
  await person.choose(/Rectangular/);
  const { left, top, right, bottom } = selected;
  await person.drag([{ x: left, y: top }, { x: right, y: bottom }]); // prettier-ignore
  await expectSoon(person.history, ['Open', 'Rectangular Marquee']);
  await person.pressInPanel('Run');
  await play.panel.getByRole('button', { name: 'Place' }).waitFor();
  await person.pressInPanel('Place');
  await expectSoon(async () => (await person.history()).length, 3);
  const saved = await person.save();
  rmSync(folder, { recursive: true });
  const before = allLayers(readPsd(bytes));
  const ids = new Set(before.map(({ id }) => id));
  const kept = allLayers(saved).filter(({ id }) => ids.has(id));
  const added = allLayers(saved).filter(({ id }) => !ids.has(id));
  expect(saved.depth).toBe(16);
  expect(added.map(({ name }) => name)).toEqual([result]);
  expect(kept.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  expect(isDeepStrictEqual(kept.map(looksOf), before.map(looksOf))).toBe(true);
});

function looksOf({ pixels, mask, bounds, opacity, blendMode, visible }: LayerState) {
  return { planes: pixels.read(), mask: mask?.samples(), bounds, opacity, blendMode, visible };
}

function bytesAt(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
