import { isAfterWork, type Mishap, mishapsOf } from '../contract/models/mishaps';
import { key, type Served } from '../contract/models/served';
import { a1111 } from '../contract/models/services/a1111';
import { bfl } from '../contract/models/services/bfl';
import { comfyui } from '../contract/models/services/comfyui';
import { fal } from '../contract/models/services/fal';
import { gemini } from '../contract/models/services/gemini';
import { openai } from '../contract/models/services/openai';
import { replicate } from '../contract/models/services/replicate';
import { verselyWith } from '../contract/models/services/versely';
import { startFal } from '../servers/fal';
import type { Running } from '../servers/kit';
import { isSameLayers } from '../support/isSameLayers';
import { until } from '../support/moments';
import { openPanel, type PanelInContext } from '../support/panelInContext';
import { type Left, servedOnStage, type ServedOnStage } from '../support/servedOnStage';

/** What the retoucher reads. */
const sentences: Readonly<Record<string, RegExp>> = {
  'model.auth': /does not accept the key\. Nothing was charged/,
  'model.no-credit': /no credit left at .*\. Nothing was charged/,
  'model.rate-limited': /asks to wait\. Nothing was charged/,
  'model.invalid-input': /cannot take this request\. It says: “.+”/,
  'model.out-of-memory': /is out of memory\. Nothing was charged\. Select less/,
  'model.refused-input': /refused the request/,
  'model.refused-output': /made a picture and held it back.*may have been charged/,
  'model.gone': /no longer offered\. Nothing was charged/,
  'model.no-image': /answered without a picture.*may have been charged/,
  'model.down': /cannot answer at the moment\. Nothing was charged/,
  'model.uncertain': /gave no answer that can be used\. The request had left and may have been charged\./,
  'model.unusable-answer': /cannot be used\. It is .+\. Nothing was placed, and it may have been charged/,
  'model.failed': /could not finish\. It says: “.+”\. It may have been charged/,
};

let storage: Running;
beforeAll(async () => {
  storage = await startFal({ key });
});
afterAll(() => storage.close());

const services = [bfl, gemini, fal, replicate, openai, comfyui, a1111, verselyWith(() => storage)];

describe.each(services.map((served) => [served.service.spec.id, served] as const))('%s', (_id, served) => {
  let desk: ServedOnStage;
  let panel: PanelInContext;
  let servers: Running[] = [];

  beforeAll(async () => {
    desk = await servedOnStage(served, served.hurry ?? 200);
    panel = await openPanel(desk.stage);
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()));
    servers = [];
  });
  afterAll(async () => {
    const { control, context } = desk.stage;
    // Photoshop follows redirects by itself, and lets nobody go where the manifest does not
    const refused = control.refusals.filter(({ detail }) => !detail.startsWith('http://foreign.example/'));
    expect({ refused, undisposed: control.imaging.undisposed, written: context.console }).toEqual({
      refused: [],
      undisposed: 0,
      written: [],
    });
    await desk.close();
  });

  async function edit(mishap: Mishap): Promise<Left> {
    const server = await served.start({ key, ...mishap.options });
    servers.push(server);
    if (mishap.fault) server.faults.add(mishap.fault.stage, mishap.fault.fault, mishap.fault.times);
    return desk.edit(server);
  }

  it.each(mishapsOf(served).map((mishap) => [mishap.name, mishap] as const))('%s', async (_name, mishap) => {
    const left = await edit(mishap);
    expect(problemsOf(left, mishap)).toEqual([]);
  });

  it('ends when it is cancelled at any stage, is told where it can be, and keeps what is done', async () => {
    const { server } = await edit({ name: '', ends: 'picture', billed: 'once' });
    const stages = new Set(server.log.map(({ stage }) => stage).filter((stage) => stage !== 'forget'));
    const problems: string[] = [];
    for (const stage of stages) {
      const before = waiting();
      const left = await cancelledAt(stage);
      const kept = await waitingSince(before, left, stage);
      problems.push(...[...cancelProblems(left, served, stage), ...kept].map((problem) => `${stage}: ${problem}`));
    }
    expect([...stages]).toEqual(expect.arrayContaining(['submit', ...served.stages]));
    expect(problems).toEqual([]);
  });

  /** Whether what was paid for waits in the panel; what costs nothing need not. */
  async function waitingSince(before: number, { server, answer }: Left, stage: string): Promise<readonly string[]> {
    const paid = server.billed.filter(({ dollars }) => dollars > 0).length;
    if (paid === 0 || !isAfterWork(stage)) return [];
    await until('the result waits', () => waiting() > before).catch(() => undefined);
    return [
      ...(waiting() === before + paid ? [] : [`${paid} billed, ${waiting() - before} kept`]),
      ...(answer.reason?.includes('What was paid for waits under Results.') ? [] : [`it says: ${answer.reason}`]),
    ];
  }

  /** How many results the panel shows that are neither placed nor discarded. */
  function waiting(): number {
    panel.pressTab('Results');
    return panel.root.querySelectorAll('.variant-number').length;
  }

  /** Cancel in the panel, as soon as a request of that stage has come, which is never answered. */
  async function cancelledAt(stage: string): Promise<Left> {
    const server = await served.start({ key });
    servers.push(server);
    server.faults.add(stage, { kind: 'hang' }, 1);
    return desk.edit(server, async () => {
      await until(`the stage “${stage}”`, () => server.log.some((request) => request.stage === stage));
      panel.pressKey('Escape');
    });
  }
});

function problemsOf(left: Left, mishap: Mishap): readonly string[] {
  const { server, readable } = left;
  const submissions = server.log.filter(({ stage }) => stage === 'submit').length;
  const { submissions: wanted = 1, billed, ends } = mishap;
  const [least, most] = bounds[billed];
  return [
    ...(ends === 'picture' ? placedProblems(left) : failedProblems(left, ends)),
    ...(submissions === wanted ? [] : [`${submissions} submissions`]),
    ...(server.billed.length >= least && server.billed.length <= most ? [] : [`billed ${server.billed.length} times`]),
    ...(readable.includes(key) ? ['the key can be read'] : []),
    ...server.complaints.filter((complaint) => complaint.includes('key came along')),
    ...(ends === 'picture' && mishap.fault === undefined ? server.complaints : []),
  ];
}

function cancelProblems(left: Left, { stop, stages }: Served, stage: string): readonly string[] {
  const { answer, before, after, states, server, readable } = left;
  const stops = server.log.filter((request) => request.stage === 'cancel').length;
  const isAtWork = stages.length === 0 ? stage === 'submit' : stages.includes(stage) && !isAfterWork(stage);
  const most = stop === 'real' && isAtWork ? 1 : 0;
  // where one request is held to the end, hurried time may be over before word of it has got through
  const least = stages.length === 0 ? 0 : most;
  return [
    ...(answer.outcome === 'cancelled' ? [] : [`${answer.outcome}: ${String(answer.reason)}`]),
    ...(isSameLayers(before.layers, after.layers) && states === 0 ? [] : ['the document is another']),
    ...(stops >= least && stops <= most ? [] : [`told ${stops} times to stop`]),
    ...(server.billed.length <= 1 ? [] : [`billed ${server.billed.length} times`]),
    ...(readable.includes(key) ? ['the key can be read'] : []),
  ];
}

const bounds = { once: [1, 1], never: [0, 0], 'once at most': [0, 1] } as const;

function placedProblems({ answer, before, after, states }: Left): readonly string[] {
  const isPlaced = answer.outcome === 'placed' && after.layers.length === before.layers.length + 1 && states === 1;
  return isPlaced ? [] : [`${answer.outcome}: ${String(answer.reason)}, ${states} states`];
}

function failedProblems({ answer, before, after, states }: Left, ends: readonly string[]): readonly string[] {
  const { outcome, reason = '' } = answer;
  const isSaid = ends.some((code) => sentences[code].test(reason));
  return [
    ...(outcome === 'failed' && isSaid ? [] : [`${outcome}: ${reason}`]),
    ...(isSameLayers(before.layers, after.layers) && states === 0 ? [] : ['the document is another']),
  ];
}
