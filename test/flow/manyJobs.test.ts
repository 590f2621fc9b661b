import { createRandom } from '../../src/base/random';
import { startBfl } from '../servers/bfl';
import { startFal } from '../servers/fal';
import type { Fault } from '../servers/faults';
import { startGemini } from '../servers/gemini';
import type { Running } from '../servers/kit';
import { startReplicate } from '../servers/replicate';
import { hurried } from '../support/hurried';
import { jobsOverServers, key } from '../support/jobsOverServers';

const faults: readonly (readonly [string, Fault])[] = [
  ['submit', { kind: 'reset' }],
  ['submit', { kind: 'reset', when: 'after' }],
  ['submit', { kind: 'html', status: 502 }],
  ['submit', { kind: 'truncated', when: 'after' }],
  ['poll', { kind: 'reset' }],
  ['poll', { kind: 'html', status: 504 }],
  ['poll', { kind: 'malformed' }],
  ['file', { kind: 'reset' }],
  ['file', { kind: 'truncated', when: 'after' }],
  ['file', { kind: 'reply', reply: { status: 503, body: 'busy' } }],
];

let servers: Readonly<Record<string, Running>>;

beforeAll(async () => {
  servers = {
    bfl: await startBfl({ key }),
    gemini: await startGemini({ key }),
    fal: await startFal({ key }),
    replicate: await startReplicate({ key }),
  };
});

afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

it('a hundred jobs over four services with random faults all end, and nothing is paid twice or lost', async () => {
  const random = createRandom(7);
  const { host, ask } = jobsOverServers(servers, hurried(20));
  const names = Object.keys(servers);
  const asked = Array.from({ length: 100 }, async (_, i) => {
    const name = names[i % names.length];
    if (random.share() < 0.4) {
      const [stage, fault] = faults[random.below(faults.length)];
      servers[name].faults.add(stage, fault, 1);
    }
    return ask({ operation: 'inpaint', prompt: 'a red door', policy: `provider:${name}` });
  });
  const reports = await Promise.all(asked);
  const placed = reports.filter(({ outcome }) => outcome === 'placed');
  const failed = reports.flatMap((report) => (report.outcome === 'failed' ? [report.reason] : []));
  const uncertain = failed.filter((reason) => reason.includes('may have been charged'));
  const billed = Object.values(servers).reduce((sum, server) => sum + server.billed.length, 0);
  expect(placed.length + failed.length).toBe(100);
  expect(host.added).toHaveLength(placed.length);
  expect(placed.length).toBeGreaterThan(70);
  expect(uncertain).toHaveLength(failed.length);
  // every answer that was paid for is placed, or its edit is one of those that say so
  expect(billed).toBeGreaterThanOrEqual(placed.length);
  expect(billed).toBeLessThanOrEqual(placed.length + uncertain.length);
  expect(Object.values(servers).flatMap(({ complaints }) => complaints)).toEqual([]);
});
