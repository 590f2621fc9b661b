import { fal } from '../../../src/providers/fal';
import { versely as service } from '../../../src/providers/versely';
import { verselyModels } from '../../../src/routing/catalog/versely';
import { startFal } from '../../servers/fal';
import type { Running } from '../../servers/kit';
import { plain } from '../../servers/picture';
import { startVersely, type VerselyOptions } from '../../servers/versely';
import { aCall, aReference } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import { key, type Served } from './served';
import { answered } from './trial';

let storage: Running;
beforeAll(async () => {
  storage = await startFal({ key });
});
afterAll(() => storage.close());

const start = (options: Partial<VerselyOptions> = {}) => startVersely({ key, publicLinks: storage.files, ...options });

const versely: Served = {
  service,
  storage: { service: fal, address: () => storage.address },
  spec: modelNamed(verselyModels, 'versely-nano-banana-edit'),
  call: aCall({ size: { width: 64, height: 48, ratio: '4:3', tier: '1K' } }),
  stages: ['poll', 'file'],
  stop: 'none',
  hurry: 300,
  start: ({ ending = 'pictures', size, fileAt }) =>
    start({
      ending: endings[ending],
      ...(fileAt !== undefined && { fileAt }),
      ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
    }),
  words: {
    auth: { status: 401, body: { success: false, error: 'Invalid API key' } },
    'no-credit': { status: 402, body: wireAnswer('versely', 'error-credits') as object },
    'invalid-input': { status: 422, body: { success: false, error: 'images must be URLs' } },
    'rate-limited': { status: 429, body: { success: false, error: 'Too many requests' } },
    gone: { status: 404, body: { success: false, error: 'No such model' } },
    down: { status: 503, body: { success: false, error: 'Upstream is down' } },
  },
  endings: { refused: 'model.refused-output', none: 'model.no-image', failed: 'model.failed' },
};

const endings = { pictures: 'pictures', refused: 'flagged', none: 'none', failed: 'failed' } as const;

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
