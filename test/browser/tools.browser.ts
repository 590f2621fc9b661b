import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { expectSoon } from './drive/eventually';
import { expectClean } from './drive/expectClean';
import { openPlay, type Play } from './drive/openPlay';
import { personAt, type Person } from './drive/person';

jest.setTimeout(60_000);

const size = { width: 400, height: 300 };
let play: Play;
let person: Person;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inlay-tools-'));
  writeFileSync(join(folder, 'plain.jpg'), encode({ ...size, data: Buffer.alloc(400 * 300 * 4, 120) }, 90).data);
  writeFileSync(join(folder, 'broken.psd'), '8BPS and then nothing');
  play = await openPlay();
  person = personAt(play, size);
});
afterAll(async () => {
  await play?.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await play.visit();
  await person.open(join(folder, 'plain.jpg'));
});
afterEach(() => expectClean(play));

/** What the panel says is selected. */
const selected = () => play.panel.locator('.fact', { hasText: 'Selection' }).locator('.fact-value').innerText();
const square = [{ x: 100, y: 100 }, { x: 200, y: 160 }]; // prettier-ignore
const neighbor = [{ x: 180, y: 100 }, { x: 260, y: 160 }]; // prettier-ignore

it('selects a rectangle, adds to it with Shift and takes away with Alt', async () => {
  await person.choose(/Rectangular/);
  await person.drag(square);
  await expectSoon(selected, '100 × 60 px');
  await person.drag(neighbor, 'Shift');
  await expectSoon(selected, '160 × 60 px');
  await person.drag(neighbor, 'Alt');
  await expectSoon(selected, '80 × 60 px');
});

it('selects softly with the brush', async () => {
  await person.choose(/brush/);
  await person.drag([{ x: 150, y: 150 }, { x: 250, y: 150 }]); // prettier-ignore
  await expectSoon(selected, '158 × 58 px');
  await play.photograph('page-brush', 'page');
});

it('selects all and nothing by keys, and goes back and forth in the history', async () => {
  await person.key('Control+a');
  await expectSoon(selected, '400 × 300 px');
  await person.key('Control+d');
  await expectSoon(selected, 'Nothing selected');
  await expectSoon(person.history, ['Open', 'Select All', 'Deselect']);
  await play.page.locator('[data-role="history"]').getByText('Select All').click();
  await expectSoon(selected, '400 × 300 px');
  await person.key('Control+z');
  await expectSoon(selected, 'Nothing selected');
  await person.key('Control+Shift+z');
  await expectSoon(selected, '400 × 300 px');
});

it('hides a layer and shows what is beneath', async () => {
  await person.press('Show Background');
  await play.page.locator('.layer-eye-off').waitFor();
  await person.press('Show Background');
  await expectSoon(() => play.page.locator('.layer-eye-off').count(), 0);
});

it('says in a sentence why a damaged file cannot be opened', async () => {
  await person.open(join(folder, 'broken.psd'));
  await expectSoon(async () => /\.$/.test(await play.page.getByRole('status').innerText()), true);
});

it('opens what is dropped, also onto the panel', async () => {
  for (const target of [play.page.locator('.easel'), play.panel.locator('.panel')]) {
    const before = await play.page.locator('.tab').count();
    await target.evaluate(
      (element, letters) => {
        const files = new DataTransfer();
        const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
        files.items.add(new File([bytes], 'dropped.jpg'));
        element.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
      },
      readFileSync(join(folder, 'plain.jpg'), 'base64'),
    );
    await expectSoon(() => play.page.locator('.tab').count(), before + 1);
  }
});

it('has several documents open, one in front', async () => {
  await person.open(join(folder, 'plain.jpg'));
  await expectSoon(() => play.page.locator('.tab').count(), 2);
  await play.page.getByRole('button', { name: 'Close plain.jpg' }).first().click();
  await expectSoon(() => play.page.locator('.tab').count(), 1);
});
