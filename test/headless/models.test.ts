import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { type Bench, createBench, noiseDocument, psdOf, tryEdit } from './testBench';

let bench: Bench;
let server: Running;

beforeEach(async () => {
  bench = createBench();
  server = await startBfl({ key: 'bfl_secret_1' });
});

afterEach(async () => {
  bench.remove();
  await server.close();
});

function edit(...args: string[]) {
  const document = bench.put('in.psd', psdOf(noiseDocument(400, 300)));
  const reach = ['--endpoint', `bfl=${server.address}`, '--key', 'bfl=bfl_secret_1'];
  return tryEdit(bench, ['--document', document, '--out', 'out.psd', '--seed', '7', ...reach, ...args]);
}

it('fills a selection by a hosted model and places its answer', async () => {
  const ended = await edit('--selection', '100,80,200,160', '--operation', 'inpaint', '--prompt', 'a red lighthouse');
  expect(ended).toMatchObject({ ok: true, report: { route: { provider: 'bfl' }, operation: 'inpaint' } });
  expect(server.complaints).toEqual([]);
  expect(server.billed).toHaveLength(1);
});
