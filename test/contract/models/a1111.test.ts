import { a1111 as service } from '../../../src/providers/a1111';
import { a1111Models } from '../../../src/routing/catalog/a1111';
import { startA1111 } from '../../servers/a1111';
import { plain } from '../../servers/picture';
import { aCall } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import type { Served } from './served';
import { answered, attempt, begin } from './trial';

const mask = { width: 64, height: 48, data: Uint8Array.from({ length: 64 * 48 }, (_, i) => (i % 64 < 32 ? 255 : 0)) };

const a1111: Served = {
  service,
  spec: modelNamed(a1111Models, 'a1111-inpaint'),
  call: aCall({ operation: 'inpaint', mask }),
  stages: [],
  stop: 'real',
  hurry: 600,
  start: ({ key, ending = 'pictures', size }) =>
    startA1111({
      key,
      ending: endings[ending],
      ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
    }),
  carries: (file) => ({ status: 200, body: { images: [base64(file)], info: '{}' } }),
  words: {
    auth: { status: 401, body: { detail: 'Incorrect username or password' } },
    'invalid-input': { status: 422, body: wireAnswer('a1111', 'error-input') as object },
    down: { status: 503, body: { detail: '' } },
  },
  endings: { refused: 'model.invalid-input', none: 'model.no-image', failed: 'model.invalid-input' },
};

const endings = { pictures: 'pictures', refused: 'refused', none: 'none', failed: 'out of memory' } as const;

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64');
}

keepsItsHead(a1111);

it('leaves out the sheet that shows all pictures', async () => {
  const call = { ...a1111.call, variants: 3 };
  const { server, end } = await answered({ ...a1111, call }, ({ key }) => startA1111({ key }));
  expect(server.complaints).toEqual([]);
  expect(end).toMatchObject({ images: [{ width: 64 }, { width: 64 }, { width: 64 }] });
});

it('tells how far it is while the work goes on', async () => {
  const server = await begin(({ key }) => startA1111({ key, workMs: 100 }));
  const shares: number[] = [];
  const { end } = await attempt(a1111, server, { onProgress: (share) => shares.push(share) });
  expect(end).toMatchObject({ images: [{ width: 64 }] });
  expect(shares).toContain(0.5);
});

it('interrupts the work when it is cancelled', async () => {
  const server = await begin(({ key }) => startA1111({ key, workMs: 200 }));
  const cancelling = new AbortController();
  const trying = attempt({ ...a1111, hurry: 50 }, server, {
    signal: cancelling.signal,
    onProgress: () => cancelling.abort(),
  });
  expect((await trying).end).toBe('cancelled');
  expect(server.log.filter(({ stage }) => stage === 'cancel')).toHaveLength(1);
});
