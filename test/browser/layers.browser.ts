import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialog } from 'playwright-core';
import { createColorEngine } from '../photoshop/color/colorEngine';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { createCore } from '../photoshop/core';
import { littleCms } from '../photoshop/node/littleCms';
import { writePsd } from '../photoshop/psd/writePsd';
import { documentIn, sceneSpot } from '../support/documents/inMode';
import { expectSoon } from './drive/eventually';
import { expectClean } from './drive/expectClean';
import { openPlay, type Play } from './drive/openPlay';
import { type Person, personAt } from './drive/person';
import { fitView, type Point } from './page/canvas/view';

jest.setTimeout(120_000);

const size = { width: 96, height: 80 };
const spot = { x: 46, y: 38 };
const beside = { x: 46, y: 20 };
const result = 'Remove · Inlay Local · native';

let play: Play;
let person: Person;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inlay-layers-'));
  const core = createCore(await createColorEngine(littleCms()));
  const document = documentIn('cmyk', 8, core, namedProfile('Plain Press CMYK'));
  writeFileSync(join(folder, 'press.psd'), writePsd({ ...document, activeLayers: [2] }));
  play = await openPlay();
  person = personAt(play, size);
});
afterAll(async () => {
  await play?.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await play.visit();
  await person.open(join(folder, 'press.psd'));
});
afterEach(() => expectClean(play));

it('edits the layer that was clicked, in CMYK: seen on the canvas, and gone again after undo', async () => {
  const { page, panel } = play;
  await page.locator('.layer-body', { hasText: 'Background' }).click();
  await expectSoon(() => page.locator('.layer-on .layer-name').allInnerTexts(), ['Background']);
  await select();
  const [before, ground] = [await colorAt(spot), await colorAt(beside)];
  expect(distance(before, ground)).toBeGreaterThan(60);

  await person.pressInPanel('Run');
  await panel.getByRole('button', { name: 'Place' }).waitFor();
  await person.pressInPanel('Place');
  await expectSoon(person.layers, ['Veil', result, 'Background']);
  await expectSoon(async () => distance(await colorAt(spot), ground) < 30, true);
  expect(distance(await colorAt(beside), ground)).toBe(0);

  await person.press(/^Undo/);
  await expectSoon(person.layers, ['Veil', 'Background']);
  await expectSoon(() => colorAt(spot), before);
  const saved = await person.save();
  expect([saved.mode, saved.layers.length]).toEqual(['cmyk', 2]);
});

it('asks before it throws away what is not saved, by another language and by closing', async () => {
  const { page } = play;
  const language = page.getByRole('combobox', { name: 'Photoshop’s language' });
  await person.press('Show Veil');
  const asked: string[] = [];
  const answer = (dialog: Dialog) => {
    asked.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  };
  page.on('dialog', answer);
  await language.selectOption({ label: 'Deutsch' });
  await page.getByRole('button', { name: 'Close press.psd' }).click();
  await expectSoon(() => language.inputValue(), 'en_US');
  await expectSoon(person.layers, ['Veil', 'Background']);
  expect(asked).toEqual([
    expect.stringMatching(/^confirm: .*Not saved: press\.psd/),
    expect.stringMatching(/^confirm: .press\.psd. is not saved/),
  ]);
  page.off('dialog', answer);

  await person.save();
  await page.getByRole('button', { name: 'Close press.psd' }).click();
  await expectSoon(() => page.locator('.tab').count(), 0);
});

it('holds whoever leaves the page while something is not saved', async () => {
  const { page } = play;
  const asked: string[] = [];
  const answer = (dialog: Dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  };
  page.on('dialog', answer);
  await play.visit();
  expect(asked).toEqual([]);
  await person.open(join(folder, 'press.psd'));
  await person.press('Show Veil');
  await page.locator('.layer-eye-off').waitFor();
  await play.visit();
  page.off('dialog', answer);
  expect(asked).toEqual(['beforeunload']);
});

async function select(): Promise<void> {
  const { left, top, right, bottom } = sceneSpot;
  await person.choose(/Rectangular/);
  await person.drag([{ x: left, y: top }, { x: right, y: bottom }]); // prettier-ignore
  await expectSoon(async () => (await person.history()).at(-1), 'Rectangular Marquee');
}

/** What the canvas shows in the middle of a pixel of the document. */
async function colorAt({ x, y }: Point): Promise<readonly number[]> {
  const easel = play.page.locator('[data-role="easel"]');
  const box = await easel.boundingBox();
  if (!box) throw new Error('There is no place for the document.');
  const view = fitView(size, box);
  const at = { x: view.x + (x + 0.5) * view.zoom, y: view.y + (y + 0.5) * view.zoom };
  return easel.locator('canvas').first().evaluate(
    (canvas: HTMLCanvasElement, place) => {
      const scale = canvas.width / canvas.clientWidth;
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      const [left, top] = [Math.floor(place.x * scale), Math.floor(place.y * scale)];
      context?.drawImage(canvas, left, top, 1, 1, 0, 0, 1, 1);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    },
    at,
  ); // prettier-ignore
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
}
