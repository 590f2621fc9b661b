import { startFal } from '../../servers/fal';
import type { Running } from '../../servers/kit';
import { startVersely, type VerselyOptions } from '../../servers/versely';
import { aCall, aReference } from '../../support/aModelCall';
import { keepsItsHead } from './faults';
import { key } from './served';
import { verselyWith } from './services/versely';
import { answered } from './trial';

let storage: Running;
beforeAll(async () => {
  storage = await startFal({ key });
});
afterAll(() => storage.close());

const versely = verselyWith(() => storage);
const start = (options: Partial<VerselyOptions> = {}) => startVersely({ key, publicLinks: storage.files, ...options });

keepsItsHead(versely);

it('asks by the name that the model has today', async () => {
  const { end, server } = await answered(versely, () => start({ names: ['NANO-BANANA EDIT'] }));
  expect(end).toMatchObject({ images: [{ width: 64 }] });
  expect(server.complaints).toEqual([]);
});

it('does not ask for a model that has no name any more, and stores nothing for it', async () => {
  const before = storage.log.length;
  const { end, server } = await answered(versely, () => start({ names: ['Seedream Edit'] }));
  expect(end).toBe('model.gone');
  expect(server.billed).toEqual([]);
  expect(storage.log).toHaveLength(before);
});

it('shows source and references by links that the storage gave', async () => {
  const call = aCall({ ...versely.call, references: [aReference('bottle')], variants: 2 });
  const { end, server } = await answered({ ...versely, call }, () => start());
  expect(end).toMatchObject({ images: [{ width: 64 }, { width: 64 }] });
  expect([...server.complaints, ...storage.complaints]).toEqual([]);
});

it('hears that a job failed at once', async () => {
  const { end } = await answered(versely, () => start({ ending: 'failed at once' }));
  expect(end).toBe('model.refused-output');
});
