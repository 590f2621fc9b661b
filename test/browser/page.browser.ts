import { expectSoon } from './drive/eventually';
import { expectClean } from './drive/expectClean';
import { openPlay, type Play } from './drive/openPlay';
import { personAt } from './drive/person';

jest.setTimeout(60_000);

let play: Play;
beforeAll(async () => {
  play = await openPlay();
});
afterAll(() => play?.close());
beforeEach(() => play.visit());
afterEach(() => expectClean(play));

const background = () => play.panel.locator('.panel').evaluate((panel) => getComputedStyle(panel).backgroundColor);

it('gives the panel another theme of Photoshop’s', async () => {
  await expectSoon(background, 'rgb(50, 50, 50)');
  await play.page.getByRole('radio', { name: 'Theme lightest' }).click();
  await expectSoon(background, 'rgb(240, 240, 240)');
  await play.page.getByRole('radio', { name: 'Theme dark', exact: true }).click();
  await expectSoon(background, 'rgb(83, 83, 83)');
});

it('makes the panel wider and narrower', async () => {
  const width = () => play.panel.locator('.panel').evaluate((panel) => panel.getBoundingClientRect().width);
  const slider = play.page.getByRole('slider', { name: /^Panel/ });
  await slider.fill('500');
  await expectSoon(width, 500);
  await slider.fill('260');
  await expectSoon(width, 260);
});

it('starts the panel anew in another language', async () => {
  await play.page.getByRole('combobox', { name: 'Photoshop’s language' }).selectOption({ label: 'Deutsch' });
  await play.panel.getByRole('tab', { name: 'Bearbeiten' }).waitFor();
  await play.page.getByRole('combobox', { name: 'Photoshop’s language' }).selectOption({ label: 'English' });
  await play.panel.getByRole('tab', { name: 'Edit' }).waitFor();
});

it('keeps the controls of its bar apart', async () => {
  const boxes = await play.page
    .locator('.top > *')
    .evaluateAll((all) =>
      all
        .filter((one) => one.getBoundingClientRect().width > 0)
        .map((one) => ({ left: one.getBoundingClientRect().left, right: one.getBoundingClientRect().right })),
    );
  const select = await play.page.locator('.bar-select').boundingBox();
  const next = boxes.find(({ left }) => select !== null && left > select.x);
  expect((next?.left ?? 0) - ((select?.x ?? 0) + (select?.width ?? 0))).toBeGreaterThanOrEqual(8);
});

it('loads again when a source changes, with the photograph that was open', async () => {
  const person = personAt(play, { width: 1280, height: 720 });
  await person.press(/^Dandelions/);
  await play.panel.getByText('dandelion.png').waitFor();
  await play.page.evaluate(() => Object.assign(window, { before: true }));
  play.change();
  await play.page.waitForFunction(() => !('before' in window));
  await play.panel.getByText('dandelion.png').waitFor();
});
