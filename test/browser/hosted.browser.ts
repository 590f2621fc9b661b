import { join } from 'node:path';
import { languages } from '../../src/languages';
import { english } from '../../src/panel/strings';
import { root } from '../build/root';
import { startBfl } from '../servers/bfl';
import { giveBack, type Job } from '../servers/job';
import type { Running } from '../servers/kit';
import type { Picture } from '../servers/picture';
import { expectSoon } from './drive/eventually';
import { expectClean } from './drive/expectClean';
import { cutOff, seriousFaults } from './drive/faultsToSee';
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
  await enterKey();
  await panel.getByText('•••• 4f2a').waitFor();

  await person.press(/^Dandelions/);
  await panel.getByRole('tab', { name: 'Edit' }).click();
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('a red poppy, freshly opened');
  await panel.getByText('Proposed for a selection with a prompt').waitFor();
  await panel.getByRole('button', { name: /^Variants/ }).click();
  await panel.getByRole('button', { name: '3 variants' }).click();
  const run = panel.getByRole('button', { name: /^Run/ });
  expect(await run.innerText()).toMatch(/\$0\.\d+/);
  await run.click();
  await expectSoon(() => panel.locator('.variant').count(), 3, 20_000);
  await person.pressInPanel('Place');
  await expectSoon(async () => (await person.layers()).length, 2);
  expect((await person.layers())[0]).toMatch(/^Inpaint · FLUX/);
  expect(server.complaints).toEqual([]);
  expect(server.billed).toHaveLength(3);
  await panel.getByRole('tab', { name: 'Settings' }).click();
  await panel
    .getByText(/^\$0\.1/)
    .first()
    .waitFor();
});

const looks = [
  { theme: 'darkest', width: 300, language: 'en_US' },
  { theme: 'lightest', width: 300, language: 'de_DE' },
  { theme: 'dark', width: 500, language: 'de_DE' },
  { theme: 'lightest', width: 500, language: 'en_US' },
];

it.each(looks)('is good to look at in $theme at $width px in $language', async ({ theme, width, language }) => {
  const { panel } = play;
  const words = languages.get(language.slice(0, 2))?.panel ?? english;
  const look = async (name: string) => {
    await play.photograph(`hosted-${name}-${theme}-${width}`, 'panel');
    expect(await seriousFaults(play)).toEqual([]);
    expect(await cutOff(play)).toEqual([]);
  };
  await play.visit({ theme, width, language });
  await personAt(play, { width: 1280, height: 720 }).press(/^Dandelions/);
  await panel.getByRole('tab', { name: words.tabs.settings }).click();
  await service('OpenAI').getByRole('button').first().click();
  await look('service');
  await enterKey(words);
  await panel.getByText('•••• 4f2a').waitFor();
  await panel.getByRole('button', { name: new RegExp(`^${words.chooseModelsBy}`) }).click();
  await look('settings');
  await panel.getByRole('tab', { name: words.tabs.edit }).click();
  await panel
    .getByRole('textbox', { name: words.prompt })
    .fill('a red poppy like image 1, freshly opened, in the light of image 2');
  await panel.getByRole('radio', { name: words.moreOperations }).click();
  await look('operations');
  await panel.getByRole('button', { name: words.operations.style }).click();
  await panel.getByRole('button', { name: words.add, exact: true }).click();
  await look('add');
  const [chooser] = await Promise.all([
    play.page.waitForEvent('filechooser'),
    panel.getByRole('button', { name: words.file }).click(),
  ]);
  await chooser.setFiles(join(root, 'test', 'fixtures', 'photos', 'pagoda.png'));
  await panel.getByText('pagoda.png').waitFor();
  await panel.getByRole('button', { name: words.add, exact: true }).click();
  await panel.getByRole('button', { name: 'Background' }).click();
  await panel.getByRole('button', { name: words.roleOf(2), exact: false }).click();
  await look('references');
  await panel.getByRole('button', { name: words.roles.plain, exact: true }).click();
  await panel.getByRole('button', { name: words.editAdditions }).click();
  await look('words');
  await panel.getByRole('button', { name: words.changeModel, exact: true }).click();
  await look('models');
  await panel.getByRole('button', { name: words.closeModels, exact: true }).click();
  server.faults.add('poll', { kind: 'reply', reply: { status: 200, body: { id: '1', status: 'Pending' } } });
  await panel.getByRole('button', { name: new RegExp(`^${words.run} ·`) }).click();
  await panel.getByRole('progressbar').first().waitFor();
  await look('running');
  server.faults.clear();
  await panel.locator('.variant').first().waitFor();
  await look('results');
});

const service = (label: string) => play.panel.locator('.service', { hasText: label });

/** Brings the service to this machine, and opens it. */
async function enterKey(words = english): Promise<void> {
  const { panel } = play;
  const label = 'Black Forest Labs';
  await panel.getByRole('tab', { name: words.tabs.settings }).click();
  await service(label).getByRole('button').first().click();
  const address = panel.getByRole('textbox', { name: words.addressOf(label) });
  await address.fill(server.address);
  await address.press('Enter');
  await panel.getByRole('textbox', { name: words.keyOf(label) }).fill(key);
  await service(label).getByRole('button', { name: words.save }).click();
}

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
