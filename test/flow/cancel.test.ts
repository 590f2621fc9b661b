import type { DocumentState } from '../photoshop/model/state';
import type { Switches } from '../photoshop/modules/switches';
import { documentIn, softSpot } from '../support/documents/inMode';
import { background } from '../support/documents/layers';
import { aScene } from '../support/documents/scene';
import { awkward } from '../support/documents/tiny';
import { whileTheEngineWorks } from '../support/moments';
import { expectClean, isInFront, onStage, type OnStage } from '../support/onStage';
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

  beforeAll(async () => {
    stage = await onStage({ switches });
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it('ends the edit at every host call, and leaves the document as it was', async () => {
    const calls = await callsOfAnEdit(stage);
    // where a roll-back that shows layers again makes a state, Escape at that moment leaves one
    const traces = switches.rollbackVisibility === 'trace' ? ['Inlay'] : [];
    const problems: string[] = [];
    for (const [index, call] of calls.entries()) {
      const ended = await interrupted(stage, () => pressEscapeBefore(stage, index), traces);
      // where resuming works after a cancel, the very last call is too late for it
      const isTooLate = index === calls.length - 1 && ended === 'placed';
      if (ended !== 'cancelled' && !isTooLate) problems.push(`${String(index)} ${call}: ${ended}`);
    }
    expect(problems).toEqual([]);
    stage.open(awkward());
    expect((await stage.edit()).outcome).toBe('placed');
  });
});

describe('Escape in Photoshop, in a CMYK document behind another one', () => {
  it.each([{}, { duplicateMask: 'lost' }] as const)(
    'leaves nothing open and the same in front, with %j',
    async (habit) => {
      const stage = await onStage({ switches: habit });
      const press = () => documentIn('cmyk', 8, stage.core, undefined, softSpot(8));
      stage.open(awkward(), 'other.psd');
      const calls = await callsOfAnEdit(stage, press);
      const problems: string[] = [];
      for (const [index, call] of calls.entries()) {
        const ended = await interrupted(stage, () => pressEscapeBefore(stage, index), [], press);
        if (ended !== 'cancelled') problems.push(`${String(index)} ${call}: ${ended}`);
      }
      expect(problems).toEqual([]);
      expectClean(stage);
      await stage.close();
    },
    180_000,
  );
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
    const calls = await callsOfAnEdit(stage);
    const problems: string[] = [];
    for (const [index, call] of calls.entries()) {
      const ended = await interrupted(stage, () => pressFrom(stage, index, () => panel.pressKey('Escape')));
      const isTooLate = index === calls.length - 1 && ended === 'placed';
      if (ended !== 'cancelled' && !isTooLate) problems.push(`${String(index)} ${call}: ${ended}`);
    }
    expect(problems).toEqual([]);
  });

  it('ends it while the engine works', async () => {
    const document = stage.open(aScene({ layers: [background()], active: 1 }));
    const before = stage.control.state(document);
    whileTheEngineWorks(stage, () => panel.pressKey('Escape'));
    expect(await stage.edit()).toEqual({ outcome: 'cancelled', reason: 'Cancelled. The document is as it was.' });
    expect(whatIsLeft(stage, document, before, [])).toBe('');
    expect((await stage.edit()).outcome).toBe('placed');
  });
});

/** The host calls of an edit inside its modal scopes. */
async function callsOfAnEdit(stage: OnStage, make = awkward): Promise<readonly string[]> {
  const document = stage.open(make());
  const calls: string[] = [];
  const stop = stage.control.onHostCall((call) => {
    if (stage.control.modal.isOpen) calls.push(call);
  });
  await stage.edit();
  stop();
  stage.user.close(document);
  return calls;
}

/** How an edit ended that was interrupted, and what it has left behind if it was cancelled. */
async function interrupted(
  stage: OnStage,
  interrupt: () => () => void,
  traces: readonly string[] = [],
  make = awkward,
): Promise<string> {
  const document = stage.open(make());
  const before = stage.control.state(document);
  const stop = interrupt();
  const { outcome } = await stage.edit();
  stop();
  const left = outcome === 'cancelled' ? whatIsLeft(stage, document, before, traces) : '';
  stage.user.close(document);
  return left === '' ? outcome : `${outcome}, but left ${left}`;
}

/** Once, before the call of that number. */
function pressEscapeBefore({ control }: OnStage, wanted: number): () => void {
  let index = 0;
  return control.onHostCall(() => {
    if (control.modal.isOpen && index++ === wanted) control.pressEscape();
  });
}

/** Before the call of that number and all after it: the panel needs a moment to be drawn. */
function pressFrom({ control }: OnStage, wanted: number, press: () => void): () => void {
  let index = 0;
  return control.onHostCall(() => {
    if (control.modal.isOpen && index++ >= wanted) press();
  });
}

/** In words; nothing if nothing is left. */
function whatIsLeft(stage: OnStage, document: number, before: DocumentState, traces: readonly string[]): string {
  const { control } = stage;
  const history = control.history(document).map(({ name }) => name);
  const problems = [
    ...(isAlike(control.state(document), before) ? [] : ['another state']),
    ...(history.every((name) => name === 'Open' || traces.includes(name)) ? [] : [`history: ${history.join(', ')}`]),
    ...(control.leftOpen().length === 0 ? [] : ['an open document']),
    ...(isInFront(stage, document) ? [] : ['another document in front']),
    ...(control.imaging.undisposed === 0 ? [] : ['image data']),
  ];
  return problems.join('; ');
}

/** The very same, or alike to the last value: a layer may have been hidden and shown again. */
function isAlike(state: DocumentState, before: DocumentState): boolean {
  if (state === before) return true;
  const { layers, ...rest } = state;
  const isSame = Object.entries(rest).every(([key, value]) => Reflect.get(before, key) === value);
  return isSame && JSON.stringify(layers) === JSON.stringify(before.layers);
}
