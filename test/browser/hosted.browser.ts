import { startBfl } from '../servers/bfl';
import { giveBack, type Job } from '../servers/job';
import type { Running } from '../servers/kit';
import type { Picture } from '../servers/picture';
import { expectSoon } from './drive/eventually';
import { expectClean } from './drive/expectClean';
import { openPlay, type Play } from './drive/openPlay';
import { personAt } from './drive/person';

jest.setTimeout(120_000);

const key = 'k-0123456789abcdef4f2a';
let play: Play;
let server: Running;
beforeAll(async () => {
  server = await startBfl({ key, paint: poppy });
  play = await openPlay();
});
afterAll(async () => {
  await play?.close();
  await server?.close();
});
afterEach(() => expectClean(play));

it('fills a selection by a hosted model: key, prompt, price, variants, place', async () => {
  const { panel } = play;
  const person = personAt(play, { width: 1280, height: 720 });
  await play.visit();
  await panel.getByRole('tab', { name: 'Settings' }).click();
  await play.photograph('hosted-settings', 'panel');
  const service = panel.locator('.service', { hasText: 'Black Forest Labs' });
  await service.getByRole('button').first().click();
  await play.photograph('hosted-editor', 'panel');
  await service.getByRole('textbox', { name: 'Address of Black Forest Labs' }).fill(server.address);
  await service.getByRole('textbox', { name: 'Address of Black Forest Labs' }).press('Enter');
  await service.getByRole('textbox', { name: 'Key of Black Forest Labs' }).fill(key);
  await play.photograph('hosted-key', 'panel');
  await service.getByRole('button', { name: 'Save' }).click();
  await service.getByText('•••• 4f2a').waitFor();
  await play.photograph('hosted-kept', 'panel');

  await person.press(/^Dandelions/);
  await panel.getByRole('tab', { name: 'Edit' }).click();
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('a red poppy, freshly opened');
  await panel.getByText('Proposed for a selection with a prompt').waitFor();
  await panel.getByRole('button', { name: /^Variants/ }).click();
  await play.photograph('hosted-variants', 'panel');
  await panel.getByRole('button', { name: '3 variants' }).click();
  await play.photograph('hosted-edit', 'panel');
  await panel.getByRole('button', { name: 'Change' }).click();
  await play.photograph('hosted-models', 'panel');
  await panel.getByRole('button', { name: 'Close' }).click();
  const run = panel.getByRole('button', { name: /^Run/ });
  expect(await run.innerText()).toMatch(/\$0\.\d+/);
  await run.click();
  await expectSoon(() => panel.locator('.variant').count(), 3, 20_000);
  await play.photograph('hosted-results', 'panel');
  await person.pressInPanel('Place');
  await expectSoon(async () => (await person.layers()).length, 2);
  expect((await person.layers())[0]).toMatch(/^Inpaint · FLUX/);
  expect(server.complaints).toEqual([]);
  expect(server.billed).toHaveLength(3);
});

/** What the service makes of the lower right of a crop: something red. */
function poppy(job: Job): Picture {
  const picture = giveBack(job);
  const { width, height, channels } = picture;
  const data = picture.data.slice();
  for (let y = Math.floor(height * 0.62); y < height; y++) {
    for (let x = Math.floor(width * 0.53); x < width * 0.83; x++) {
      const at = (y * width + x) * channels;
      data.set([Math.min(255, data[at] + 90), data[at + 1] / 2, data[at + 2] / 2], at);
    }
  }
  return { ...picture, data };
}
