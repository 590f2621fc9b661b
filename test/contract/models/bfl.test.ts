import { bflModels } from '../../../src/routing/catalog/bfl';
import { startBfl } from '../../servers/bfl';
import { aCall } from '../../support/aModelCall';
import { keepsItsHead } from './faults';
import { bfl } from './services/bfl';
import { answered, attempt, begin } from './trial';

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

it('waits more than ten seconds for a job that is not known yet', async () => {
  const server = await begin(({ key }) => startBfl({ key }));
  // half a second between the first two looks, and half as much again each time: the seventh comes after 10 s
  server.faults.add('poll', { kind: 'reply', reply: { status: 404, body: { detail: 'Task not found' } } }, 7);
  const { end } = await attempt({ ...bfl, hurry: 10 }, server);
  expect(end).toMatchObject({ requestId: 'job-1' });
});
