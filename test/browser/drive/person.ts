import { readFileSync } from 'node:fs';
import type { Download, Locator } from 'playwright-core';
import type { DocumentState } from '../../photoshop/model/state';
import { readPsd } from '../../photoshop/psd/readPsd';
import { fitView, type Point, type Size } from '../page/canvas/view';
import type { Play } from './openPlay';

/** What a person at the page does, with mouse and keys. */
export interface Person {
  readonly open: (path: string) => Promise<void>;
  readonly choose: (tool: RegExp) => Promise<void>;
  /** Drags along points of the document, as it is fitted into its place. */
  readonly drag: (points: readonly Point[], key?: 'Shift' | 'Alt') => Promise<void>;
  readonly press: (label: string | RegExp) => Promise<void>;
  readonly pressInPanel: (label: string) => Promise<void>;
  readonly key: (keys: string) => Promise<void>;
  /** Saves, and reads what was downloaded. */
  readonly save: () => Promise<DocumentState>;
  readonly layers: () => Promise<readonly string[]>;
  readonly history: () => Promise<readonly string[]>;
}

export function personAt({ page, panel }: Play, document: Size): Person {
  const easel = page.locator('[data-role="easel"]');
  const rows = (locator: Locator) => locator.allInnerTexts();
  return {
    async open(path) {
      await page.locator('[data-role="open-file"]').setInputFiles(path);
      await page.locator('[data-role="layers"] .layer').first().waitFor();
    },
    choose: (tool) => page.getByRole('radio', { name: tool }).click(),
    async drag(points, key) {
      const box = await easel.boundingBox();
      if (!box) throw new Error('There is no place for the document.');
      const view = fitView(document, box);
      const places = points.map(({ x, y }) => ({
        x: box.x + view.x + x * view.zoom,
        y: box.y + view.y + y * view.zoom,
      }));
      const [first, ...rest] = places;
      await page.mouse.move(first.x, first.y);
      if (key) await page.keyboard.down(key);
      await page.mouse.down();
      for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 6 });
      await page.mouse.up();
      if (key) await page.keyboard.up(key);
    },
    press: (label) => page.getByRole('button', { name: label }).first().click(),
    pressInPanel: (label) => panel.getByRole('button', { name: label }).first().click(),
    key: (keys) => page.keyboard.press(keys),
    async save() {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save PSD' }).click(),
      ]);
      return readPsd(await bytesOf(file));
    },
    layers: () => rows(page.locator('[data-role="layers"] .layer-name')),
    history: () => rows(page.locator('[data-role="history"] button')),
  };
}

async function bytesOf(file: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await file.path()));
}
