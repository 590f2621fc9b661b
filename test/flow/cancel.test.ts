import type { DocumentState } from '../photoshop/model/state';
import type { Switches } from '../photoshop/modules/switches';
import { background } from '../support/documents/layers';
import { aScene } from '../support/documents/scene';
import { awkward } from '../support/documents/tiny';
import { whileTheEngineWorks } from '../support/moments';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel, type PanelInContext } from '../support/panelInContext';

/** Habits of the platform that bear on what is left behind. */
const habits: readonly Partial<Switches>[] = [
  {},
  { resumeAfterCancel: 'works' },
  { rollbackVisibility: 'kept' },
  { rollbackVisibility: 'trace' },
  { visibilityHistory: 'state' },
  { errorMessage: 'lost' },
];

describe.each(habits)('Escape in Photoshop, with %j', (switches) => {
  let stage: OnStage;
  let calls: number;

  beforeAll(async () => {
    stage = await onStage({ switches });
    calls = await callsOfAnEdit(stage);
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it('ends the edit at every host call, and leaves the document as it was', async () => {
    const document = stage.open(awkward());
    const before = stage.control.state(document);
    const left: string[] = [];
    for (let call = 0; call < calls; call++) {
      const name = pressEscapeBefore(stage, call);
      const { outcome } = await stage.edit();
      const problem = whatIsLeft(stage, document, before);
      if (outcome !== 'cancelled' || problem !== '') left.push(`${String(call)} ${name()}: ${outcome} ${problem}`);
    }
    expect(left).toEqual([]);
    expect((await stage.edit()).outcome).toBe('placed');
  });
});

describe('Cancel in the panel', () => {
  let stage: OnStage;
  let panel: PanelInContext;

  beforeAll(async () => {
    stage = await onStage();
    panel = await openPanel(stage);
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it('ends the edit at every host call, and leaves the document as it was', async () => {
    const document = stage.open(awkward());
    const calls = await callsOfAnEdit(stage);
    stage.user.bringToFront(document);
    const before = stage.control.state(document);
    const left: string[] = [];
    for (let call = 0; call < calls; call++) {
      const stop = stage.control.onHostCall(counted(call, () => panel.pressKey('Escape')));
      const { outcome } = await stage.edit();
      stop();
      const problem = whatIsLeft(stage, document, before);
      // before the panel has heard of the job there is nothing to cancel in it
      if (outcome !== 'cancelled' && call > 4) left.push(`${String(call)}: ${outcome}`);
      if (problem !== '' && outcome === 'cancelled') left.push(`${String(call)}: ${problem}`);
      if (outcome === 'placed') stage.user.undo(document);
    }
    expect(left).toEqual([]);
  });

  it('ends it while the engine works', async () => {
    const document = stage.open(aScene({ layers: [background()], active: 1 }));
    const before = stage.control.state(document);
    whileTheEngineWorks(stage, () => panel.pressKey('Escape'));
    expect(await stage.edit()).toEqual({ outcome: 'cancelled', reason: 'Cancelled. The document is as it was.' });
    expect(whatIsLeft(stage, document, before)).toBe('');
    expect((await stage.edit()).outcome).toBe('placed');
  });
});

/** How many host calls an edit makes up to its layer. */
async function callsOfAnEdit(stage: OnStage): Promise<number> {
  const document = stage.open(awkward());
  let calls = 0;
  const stop = stage.control.onHostCall(() => {
    if (stage.control.modal.isOpen) calls++;
  });
  await stage.edit();
  stop();
  stage.user.close(document);
  return calls;
}

/** Answers the name of the call, once it has come. */
function pressEscapeBefore({ control }: OnStage, wanted: number): () => string {
  let name = 'never came';
  let count = 0;
  const stop = control.onHostCall((call) => {
    if (!control.modal.isOpen || count++ !== wanted) return;
    stop();
    name = call;
    control.pressEscape();
  });
  return () => name;
}

/** Acts before the call of that number and before all after it. */
function counted(from: number, act: () => void): () => void {
  let count = 0;
  return () => {
    if (count++ >= from) act();
  };
}

/** What a cancelled edit has left behind, in words; nothing if nothing. */
function whatIsLeft({ control }: OnStage, document: number, before: DocumentState): string {
  const state = control.state(document);
  const history = control.history(document).map(({ name }) => name);
  const problems = [
    ...(state === before || isAlike(state, before) ? [] : ['another state']),
    ...(history.length === 1 ? [] : [`history ${history.join(', ')}`]),
    ...(control.imaging.undisposed === 0 ? [] : ['image data']),
    ...(control.modal.isOpen ? ['an open scope'] : []),
  ];
  return problems.join('; ');
}

/** What is shown of a layer may have been changed and changed back. */
function isAlike({ layers, ...state }: DocumentState, { layers: layersBefore, ...before }: DocumentState): boolean {
  const sameRest = Object.keys({ ...state, ...before }).every(
    (key) => Reflect.get(state, key) === Reflect.get(before, key),
  );
  return sameRest && JSON.stringify(layers) === JSON.stringify(layersBefore);
}
