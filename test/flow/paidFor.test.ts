import { namedProfile } from '../photoshop/color/namedProfiles';
import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { documentIn, softSpot } from '../support/documents/inMode';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel, type PanelInContext } from '../support/panelInContext';
import { reaching } from '../support/reaching';

let server: Running;
let stage: OnStage;
let panel: PanelInContext;

beforeAll(async () => {
  server = await startBfl({ key: 'k1' });
});

afterAll(async () => {
  await server.close();
});

beforeEach(async () => {
  stage = await onStage({ ...reaching({ bfl: server.address }, { bfl: 'k1' }), hurry: 20 });
  panel = await openPanel(stage);
});

afterEach(async () => {
  expectClean(stage);
  await stage.close();
});

const request = { operation: 'inpaint', prompt: 'a red door', model: 'flux-2-pro' };

/** An edit of a document whose colors Photoshop converts when the answer has come; `act` happens right before that. */
async function editWith(act: () => void) {
  const document = stage.open(documentIn('rgb', 8, stage.core, namedProfile('Adobe RGB (1998)'), softSpot(8)));
  const before = stage.control.state(document);
  const asked = server.log.filter(({ stage: at }) => at === 'file').length;
  let isDone = false;
  const stop = stage.control.onHostCall((call) => {
    const hasCome = server.log.filter(({ stage: at }) => at === 'file').length > asked;
    if (isDone || !hasCome || call !== 'putPixels') return;
    isDone = true;
    act();
  });
  const answer = await stage.edit(request);
  stop();
  expect(isDone).toBe(true);
  return { answer, untouched: stage.control.state(document) === before };
}

async function expectWaiting(): Promise<void> {
  panel.pressTab('Results');
  await panel.says('Discard');
  expect(panel.images().length).toBeGreaterThanOrEqual(2);
}

it.each([
  ['Escape', () => stage.control.pressEscape()],
  ['Cancel in the panel', () => panel.pressKey('Escape')],
])('an answer that is paid for is not lost by %s while its colors are converted', async (_name, act) => {
  const billed = server.billed.length;
  const { answer, untouched } = await editWith(act);
  expect(answer).toEqual({
    outcome: 'cancelled',
    reason: 'Cancelled. The document is as it was. What was paid for waits under Results.',
  });
  expect(untouched).toBe(true);
  expect(server.billed).toHaveLength(billed + 1);
  await expectWaiting();
});

it('nor by a Photoshop that is busy when it comes: it is placed as soon as that ends', async () => {
  const document = stage.open(documentIn('rgb', 8, stage.core, namedProfile('Adobe RGB (1998)'), softSpot(8)));
  let isBusy = false;
  const asked = server.log.filter(({ stage: at }) => at === 'file').length;
  const watching = setInterval(() => {
    if (isBusy || server.log.filter(({ stage: at }) => at === 'file').length === asked) return;
    if (stage.control.modal.isOpen) return;
    isBusy = true;
    stage.control.takeModal({ kind: 'plugin', id: 'app.other.panel' });
    setTimeout(() => {
      stage.control.releaseModal();
    }, 1500);
  }, 1);
  const answer = await stage.edit(request);
  clearInterval(watching);
  expect(answer).toMatchObject({ outcome: 'placed' });
  expect(stage.control.history(document)).toHaveLength(2);
});
