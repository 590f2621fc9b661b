import { bfl as service } from '../../../src/providers/bfl';
import { bflModels } from '../../../src/routing/catalog/bfl';
import { startBfl } from '../../servers/bfl';
import { plain } from '../../servers/picture';
import { aCall } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import type { Served } from './served';
import { answered } from './trial';

const bfl: Served = {
  service,
  spec: modelNamed(bflModels, 'flux-2-pro'),
  call: aCall({ size: { width: 64, height: 64 } }),
  stages: ['poll', 'file'],
  stop: 'none',
  start: ({ key, ending = 'pictures', size: given, fileAt }) =>
    startBfl({
      key,
      ending: endings[ending],
      ...(fileAt !== undefined && { fileAt }),
      ...(given && { paint: () => plain(given.width, given.height, [1, 2, 3]) }),
    }),
  words: {
    auth: wire(403, 'noKey'),
    'no-credit': wire(402, 'noCredit'),
    'invalid-input': wire(422, 'invalid'),
    'rate-limited': wire(429, 'busy'),
    gone: { status: 404, body: { detail: 'Not Found' } },
    down: { status: 503, body: { detail: 'Service temporarily unavailable' } },
  },
  endings: { refused: 'model.refused-output', none: 'model.uncertain', failed: 'model.failed' },
};

const endings = { pictures: 'Ready', refused: 'Content Moderated', none: 'Task not found', failed: 'Error' } as const;

function wire(status: number, name: string) {
  return { status, body: wireAnswer('bfl', name) as object };
}

keepsItsHead(bfl);

it('says that a request was refused before any work, and why', async () => {
  const { end, error, server } = await answered(bfl, ({ key }) => startBfl({ key, ending: 'Request Moderated' }));
  expect(end).toBe('model.refused-input');
  expect(error).toMatchObject({ details: { reasons: ['Nudity'] } });
  expect(server.billed).toEqual([]);
});

it.each(bflModels.filter(({ wireId }) => !wireId.includes('outpainting')))('serves $id', async (spec) => {
  const isMasked = spec.mask !== 'none';
  const mask = { width: 64, height: 48, data: new Uint8Array(64 * 48).fill(255, 100, 400) };
  const size = isMasked ? { width: 64, height: 48 } : { width: 64, height: 64 };
  const call = aCall({ operation: isMasked ? 'inpaint' : 'instruct', size, ...(isMasked && { mask }) });
  const { end, server } = await answered({ ...bfl, spec, call }, ({ key }) => startBfl({ key }));
  expect(server.complaints).toEqual([]);
  expect(end).toMatchObject({ images: [size], dollars: 0.045, requestId: 'job-1' });
});
