import { tiny } from '../support/documents/tiny';
import { turn, until } from '../support/moments';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel } from '../support/panelInContext';

let stage: OnStage;

beforeEach(async () => {
  stage = await onStage();
});

afterEach(async () => {
  expectClean(stage);
  await stage.close();
});

describe('Remove selection', () => {
  it('removes with the panel closed, in one history state', async () => {
    const document = stage.open(tiny());
    await stage.control.entrypoints.runCommand('removeSelection');
    expect(stage.control.history(document)).toHaveLength(2);
    expect(stage.control.alerts).toEqual([]);
  });

  it('says in a box why it cannot', async () => {
    const { selection: _selection, ...unselected } = tiny();
    const document = stage.open(unselected);
    await stage.control.entrypoints.runCommand('removeSelection');
    await expectBox('Nothing is selected. Select what should go, with any selection tool.');
    expect(stage.control.history(document)).toHaveLength(1);
  });

  it('says in a box when Photoshop is busy', async () => {
    stage.open(tiny());
    stage.control.takeModal({ kind: 'dialog' });
    const done = stage.control.entrypoints.runCommand('removeSelection');
    await turn(20);
    stage.control.skip(4000);
    await done;
    stage.control.releaseModal();
    await expectBox('Photoshop is busy. Finish or cancel the open dialog or tool, then try again.');
  });

  it('waits for its turn when it is chosen twice', async () => {
    const document = stage.open(tiny());
    const { entrypoints } = stage.control;
    await Promise.all([entrypoints.runCommand('removeSelection'), entrypoints.runCommand('removeSelection')]);
    expect(stage.control.history(document)).toHaveLength(3);
  });
});

describe('Repeat last edit', () => {
  it('says so when there was none', async () => {
    stage.open(tiny());
    await stage.control.entrypoints.runCommand('repeatLast');
    await expectBox('There is no edit to repeat yet. Run an edit from the panel first.');
  });

  it('asks for the same edit of what is selected now', async () => {
    const document = stage.open(tiny());
    await stage.edit({ grow: 3 });
    stage.user.select(document, { left: 20, top: 6, right: 30, bottom: 12 });
    await stage.control.entrypoints.runCommand('repeatLast');
    expect(stage.control.history(document)).toHaveLength(4);
    const [added] = stage.control.state(document).layers.filter(({ id }) => id === 4);
    expect(added?.mask?.bounds).toEqual({ left: 17, top: 3, right: 33, bottom: 15 });
  });
});

describe('an Action', () => {
  it('gets a step for an edit of the panel, and playing it makes the same layer', async () => {
    const panel = await openPanel(stage);
    stage.open(tiny(), 'first.psd');
    stage.control.startRecording();
    await panel.says('Run · free');
    panel.press('Run');
    await until('the result', () => panel.images().length >= 2);
    panel.press('Place');
    await panel.says('Placed in this session');
    const [step, ...others] = stage.control.stopRecording();
    expect(others).toEqual([]);
    expect(step).toMatchObject({ name: 'Remove with Inlay', methodName: 'inlayEdit', info: { operation: 'remove' } });
    const again = stage.open(tiny(), 'second.psd');
    if (step === undefined) throw new Error('Nothing was recorded');
    const answer = await stage.control.playStep(stage.context.globals, step);
    expect(answer).toMatchObject({ outcome: 'placed', operation: 'remove' });
    expect(stage.control.history(again)).toHaveLength(2);
  });

  it('gets no step while nothing is recorded', async () => {
    stage.open(tiny());
    await stage.edit();
    stage.control.startRecording();
    expect(stage.control.stopRecording()).toEqual([]);
  });

  it('goes on at once where the settings say so, and the edit follows', async () => {
    const panel = await openPanel(stage);
    panel.pressTab('Settings');
    await panel.says('Recorded actions wait for the edit');
    panel.press('Recorded actions wait for the edit');
    const document = stage.open(tiny());
    expect(await stage.edit()).toEqual({ outcome: 'started' });
    await until('the layer', () => stage.control.history(document).length === 2);
    await turn(30);
  });
});

describe('an Action that plays while Photoshop stands still', () => {
  it('is told so, unless it does not wait', async () => {
    const modal = await onStage({ switches: { playbackModal: 'modal' } });
    const panel = await openPanel(modal);
    const document = modal.open(tiny());
    const timer = setInterval(() => modal.control.skip(500), 5);
    expect((await modal.edit()).reason).toMatch(/^Photoshop stands still while this Action plays/);
    clearInterval(timer);
    panel.pressTab('Settings');
    await panel.says('Recorded actions wait for the edit');
    panel.press('Recorded actions wait for the edit');
    expect(await modal.edit()).toEqual({ outcome: 'started' });
    await until('the layer', () => modal.control.history(document).length === 2);
    await turn(30);
    expectClean(modal);
    await modal.close();
  });
});

/** Photoshop's message box, which is shown a moment later. */
async function expectBox(line: string): Promise<void> {
  await until('a box', () => stage.control.alerts.length > 0);
  expect(stage.control.alerts).toEqual([line]);
}
