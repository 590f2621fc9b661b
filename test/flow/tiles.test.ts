import { namedProfile } from '../photoshop/color/namedProfiles';
import { documentOf } from '../photoshop/model/createDocument';
import { newBackground } from '../photoshop/model/newBackground';
import { knownPlanes } from '../photoshop/model/newLayer';
import type { Rect } from '../photoshop/model/state';
import { type BflJob, startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import type { Picture } from '../servers/picture';
import { textured } from '../support/documents/texture';
import { below, changedOutside, maskPlane, seen } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel, type PanelInContext } from '../support/panelInContext';
import { reaching } from '../support/reaching';

let server: Running;
let stage: OnStage;
let panel: PanelInContext;

beforeEach(async () => {
  server = await startBfl({ key: 'k1', paint: tinted });
  stage = await onStage({ ...reaching({ bfl: server.address }, { bfl: 'k1' }), hurry: 5 });
  panel = await openPanel(stage);
});

afterEach(async () => {
  expectClean(stage);
  await stage.close();
  await server.close();
});

/** Every second picture lighter, the others darker; what is to be made anew lighter still. */
function tinted({ source, mask }: BflJob): Picture {
  if (source === undefined) throw new Error('a source');
  const gain = 1 + (server.billed.length % 2 === 0 ? 0.04 : -0.04);
  const data = source.data.map((value, i) => {
    const isNew = mask === undefined || (mask.data[Math.floor(i / 3) * mask.channels] ?? 0) > 0;
    return Math.min(255, value * gain + (isNew ? 25 : 0));
  });
  return { ...source, data };
}

const canvas: Rect = { left: 0, top: 0, right: 1700, bottom: 1300 };

function largeDocument(profile?: Uint8Array) {
  const planes = textured(canvas, 8, { color: [120, 140, 150], grain: 8 });
  const size = { width: canvas.right, height: canvas.bottom };
  const base = { ...size, mode: 'rgb', depth: 8, resolution: 72, ...(profile && { profile }) } as const;
  const bounds = { left: 80, top: 80, right: 1620, bottom: 1220 };
  const samples = new Uint8Array((bounds.right - bounds.left) * (bounds.bottom - bounds.top)).fill(255);
  const layer = newBackground(1, size.width, size.height, knownPlanes(planes));
  return { ...documentOf(base, [layer]), activeLayers: [1], selection: { bounds, samples } };
}

const request = { operation: 'inpaint', prompt: 'a lawn', model: 'flux-fill', tiles: 'native' };
const submitted = () => server.log.filter(({ stage: at }) => at === 'submit').length;

it('sends an area that is too large for a model in tiles, pays for each, and adds one layer in one step', async () => {
  const before = largeDocument();
  const document = stage.open(before);
  const answer = await stage.edit(request);
  expect(answer).toMatchObject({ outcome: 'placed', route: { scale: 'native', tiles: 2, dollars: 0.1 } });
  expect(server.billed).toHaveLength(2);
  const after = stage.control.state(document);
  const [added] = answer.layers ?? [];
  expect(added?.name).toBe('Inpaint · FLUX Fill · native in 2 tiles');
  expect(below(after, added?.id ?? 0)).toBe(1);
  expect(changedOutside(maskPlane(after, added?.id ?? 0), seen(before), seen(after))).toBe(0);
  expect(stage.control.history(document)).toHaveLength(2);
});

it('sends nothing where all tiles together cost more than was said', async () => {
  stage.open(largeDocument());
  const answer = await stage.edit({ ...request, maxDollars: 0.07 });
  expect(answer.outcome).toBe('failed');
  expect(submitted()).toBe(0);
});

it('keeps what was paid for where a tile failed, and says what is missing', async () => {
  const document = stage.open(largeDocument());
  const refused = { status: 422, body: { detail: [{ loc: ['body'], msg: 'no', type: 'value_error' }] } };
  server.faults.add('submit', { kind: 'reply', reply: refused }, 1);
  const answer = await stage.edit(request);
  expect(answer).toMatchObject({
    outcome: 'placed',
    findings: expect.arrayContaining([expect.objectContaining({ check: 'complete', verdict: 'over' })]) as unknown,
    warnings: ['1 of 2 tiles did not come. Their part of the picture stays as it was.'],
  });
  expect(server.billed).toHaveLength(1);
  expect(stage.control.history(document)).toHaveLength(2);
});

it('loses nothing that is paid for where it is cancelled while the first tile is fitted', async () => {
  const before = largeDocument(namedProfile('Adobe RGB (1998)'));
  const document = stage.open(before);
  let isDone = false;
  const stop = stage.control.onHostCall((call) => {
    const hasCome = server.log.some(({ stage: at }) => at === 'file');
    if (isDone || !hasCome || call !== 'putPixels') return;
    isDone = true;
    panel.pressKey('Escape');
  });
  const answer = await stage.edit(request);
  stop();
  expect([answer.outcome, answer.reason]).toEqual([
    'cancelled',
    expect.stringMatching(/What was paid for waits under Results/),
  ]);
  expect(stage.control.history(document)).toHaveLength(1);
}, 180_000);
