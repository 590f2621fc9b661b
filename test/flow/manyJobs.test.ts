import { createRandom, type Random } from '../../src/base/random';
import { startBfl } from '../servers/bfl';
import { startFal } from '../servers/fal';
import type { Fault } from '../servers/faults';
import { startGemini } from '../servers/gemini';
import type { Running } from '../servers/kit';
import { startReplicate } from '../servers/replicate';
import { documentIn, softSpot } from '../support/documents/inMode';
import { type Answer, expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel, type PanelInContext } from '../support/panelInContext';
import { reaching } from '../support/reaching';

const key = 'secret-key-0123456789';

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
let stage: OnStage;
let panel: PanelInContext;

beforeAll(async () => {
  servers = {
    bfl: await startBfl({ key }),
    gemini: await startGemini({ key }),
    fal: await startFal({ key }),
    replicate: await startReplicate({ key }),
  };
  const entries = Object.entries(servers);
  const endpoints = Object.fromEntries(entries.map(([name, { address }]) => [name, address]));
  const keys = Object.fromEntries(entries.map(([name]) => [name, key]));
  stage = await onStage({ ...reaching(endpoints, keys), hurry: 20 });
  panel = await openPanel(stage);
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

it('a hundred jobs over four services with random faults all end, and no answer that was paid for is lost', async () => {
  const document = stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const before = stage.control.state(document);
  const random = createRandom(7);
  const lost = faultyAnswers(random);
  const stop = sometimesEscape(random);
  const names = Object.keys(servers);
  const asked = Array.from({ length: 100 }, (_, index) =>
    stage.edit({ operation: 'inpaint', prompt: 'a red door', policy: `provider:${names[index % names.length]}` }),
  );
  const answers = await Promise.all(asked);
  stop();
  const of = (outcome: Answer['outcome']) => answers.filter((answer) => answer.outcome === outcome);
  const [placed, failed, cancelled] = [of('placed'), of('failed'), of('cancelled')];
  const waiting = await waitingInPanel();

  expect(placed.length + failed.length + cancelled.length).toBe(100);
  expect(failed.filter(({ reason = '' }) => !reason.includes('may have been charged.'))).toEqual([]);
  expect(failed).toHaveLength(lost.uncertain);
  expect(cancelled.length).toBeGreaterThan(0);
  expect(waiting).toBe(cancelled.length);
  // a service that charges at the end of the work has not charged where its word of the job was lost
  expect(billed()).toBeGreaterThanOrEqual(placed.length + waiting);
  expect(billed()).toBeLessThanOrEqual(placed.length + waiting + lost.billed);

  const after = stage.control.state(document);
  expect(after.layers).toHaveLength(before.layers.length + placed.length);
  expect(Object.values(servers).flatMap(({ complaints }) => complaints)).toEqual([]);
});

/** Plans faults for some two in five jobs; answers how many of them nobody can know the price of, and how many may cost. */
function faultyAnswers(random: Random): { readonly uncertain: number; readonly billed: number } {
  const planned = Object.values(servers).flatMap((server) =>
    Array.from({ length: 10 }, () => {
      const [at, fault] = faults[random.below(faults.length)];
      server.faults.add(at, fault, 1);
      return { at, fault };
    }),
  );
  const unanswered = planned.filter(({ at }) => at === 'submit');
  return { uncertain: unanswered.length, billed: unanswered.filter(({ fault }) => fault.when === 'after').length };
}

/** Escape in Photoshop, now and then just when a result is being placed. */
function sometimesEscape(random: Random): () => void {
  return stage.control.onHostCall((call) => {
    if (call === 'putLayerMask' && random.share() < 0.1) stage.control.pressEscape();
  });
}

/** How many results the panel shows that are neither placed nor discarded. */
async function waitingInPanel(): Promise<number> {
  panel.pressTab('Results');
  await panel.says('Discard');
  return panel.root.querySelectorAll('.variant-number').length;
}

function billed(): number {
  return Object.values(servers).reduce((sum, server) => sum + server.billed.length, 0);
}
