import { expectClean } from './drive/expectClean';
import { cutOff, seriousFaults } from './drive/faultsToSee';
import { openPlay, type Play } from './drive/openPlay';
import { personAt } from './drive/person';

jest.setTimeout(120_000);

let play: Play;
beforeAll(async () => {
  play = await openPlay();
});
afterAll(() => play?.close());
afterEach(() => expectClean(play));

const looks = ['darkest', 'lightest'].flatMap((theme) => [300, 500].map((width) => ({ theme, width })));

it.each(looks)('is good to look at in $theme at $width px, and axe finds nothing serious', async ({ theme, width }) => {
  const { panel } = play;
  const person = personAt(play, { width: 1280, height: 720 });
  const look = async (name: string) => {
    await play.photograph(`${name}-${theme}-${width}`, 'panel');
    expect(await seriousFaults(play)).toEqual([]);
  };
  await play.visit({ theme, width });
  await look('first-run');
  await person.press(/^Dandelions/);
  await panel.getByText('Inlay Local').waitFor();
  await look('edit');
  await play.photograph(`page-${theme}-${width}`, 'page');
  await person.pressInPanel('Run');
  await panel.getByRole('progressbar').first().waitFor();
  await play.photograph(`running-${theme}-${width}`, 'panel');
  // axe begins while the edit runs; a quick machine may end it before axe has seen all
  expect(await seriousFaults(play)).toEqual([]);
  await panel.getByRole('button', { name: 'Place' }).waitFor();
  await look('results');
  await play.photograph(`page-results-${theme}-${width}`, 'page');
  await person.pressInPanel('Place');
  await panel.getByText('Placed in this session').waitFor();
  await look('placed');
  await panel.getByRole('tab', { name: 'Settings' }).click();
  await look('settings');
});

it('holds in German at 300 and at 260 px: no word is cut off or runs over the edge', async () => {
  const { panel } = play;
  const person = personAt(play, { width: 1280, height: 720 });
  for (const width of [300, 260]) {
    const look = async (name: string) => {
      await play.photograph(`${name}-german-${width}`, 'panel');
      expect(await cutOff(play)).toEqual([]);
    };
    await play.visit({ width, language: 'de_DE' });
    await panel.getByText('Arbeitet jetzt schon offline').waitFor();
    await look('first-run');
    await person.press(/^Dandelions/);
    await panel.getByText('Inlay Local').first().waitFor();
    await look('edit');
    await person.pressInPanel('Starten');
    await panel.getByRole('progressbar').first().waitFor();
    await look('running');
    await panel.getByRole('button', { name: 'Platzieren' }).waitFor();
    await look('results');
    await person.pressInPanel('Platzieren');
    await panel.getByText('In dieser Sitzung platziert').waitFor();
    await panel.getByRole('tab', { name: 'Einstellungen' }).click();
    await look('settings');
  }
  expect(await seriousFaults(play)).toEqual([]);
});

it('is good to look at in the themes between, and where it is narrow', async () => {
  for (const theme of ['dark', 'light']) {
    await play.visit({ theme, width: 260 });
    await personAt(play, { width: 640, height: 427 }).press(/^Pagoda/);
    await play.panel.getByText('640 × 427 px').first().waitFor();
    await play.photograph(`edit-${theme}-260`, 'panel');
    expect(await seriousFaults(play)).toEqual([]);
  }
});
