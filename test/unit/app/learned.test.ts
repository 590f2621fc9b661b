import { createLearned, learnedLines } from '../../../src/app/learned';
import { InlayError } from '../../../src/base/errors';
import { editRequest } from '../../../src/edit/operations';
import { type EditPlan, planEdit } from '../../../src/edit/plan';
import { inlayLocal } from '../../../src/routing/catalog';
import { createMemoryStorage } from '../../support/memoryHost';
import { createScriptedModel } from '../../support/scriptedModel';

const outline = {
  size: { width: 800, height: 600 },
  selection: { bounds: { left: 300, top: 200, right: 400, bottom: 260 } },
};

let seeds = 0;

function aPlan(): EditPlan {
  const request = editRequest.parse({ operation: 'remove', seed: ++seeds });
  const planned = planEdit(request, outline, [createScriptedModel()]);
  if (!planned.ok) throw planned.refusal;
  return planned.plan;
}

function setUp(storage = createMemoryStorage()) {
  const told: unknown[] = [];
  return { storage, told, learned: createLearned(storage, (history) => told.push(history)) };
}

describe('what is learned', () => {
  test('outlives the session', async () => {
    const { storage, learned } = setUp();
    await learned.remember(aPlan(), 'kept');
    await learned.remember(aPlan(), 'discarded');
    const later = setUp(storage).learned;
    expect(await later.read()).toEqual([
      { operation: 'remove', pattern: 'removal', family: 'inlay-local', kept: 1, discarded: 1, redone: 0, flagged: 0 },
    ]);
    expect(later.present()).toHaveLength(1);
  });

  test('counts a run once, however many of its variants are decided', async () => {
    const { learned } = setUp();
    const plan = aPlan();
    await learned.remember(plan, 'flagged');
    await learned.remember(plan, 'kept');
    await learned.remember(plan, 'discarded');
    expect(learned.present()).toMatchObject([{ kept: 1, discarded: 0, flagged: 1 }]);
  });

  test('is nothing where a result was placed by itself, until the retoucher keeps another one of that run', async () => {
    const { learned } = setUp();
    const plan = aPlan();
    learned.placedUnasked(plan);
    await learned.remember(plan, 'discarded');
    expect(learned.present()).toEqual([]);
    await learned.remember(plan, 'kept');
    expect(learned.present()).toMatchObject([{ kept: 1, discarded: 0 }]);
  });

  test('is forgotten for good', async () => {
    const { storage, told, learned } = setUp();
    await learned.remember(aPlan(), 'kept');
    await learned.forget();
    expect(told.at(-1)).toEqual([]);
    expect(await setUp(storage).learned.read()).toEqual([]);
  });

  test('is as good as none where the file is damaged', async () => {
    const { storage, learned } = setUp();
    storage.texts.set('learned.json', '[{"kept":"many"}]');
    expect(await learned.read()).toEqual([]);
  });

  test('goes on for the session where the disk is full', async () => {
    const { storage, learned } = setUp();
    storage.failure = new InlayError('host.disk-full', { doing: 'keep its settings' });
    await learned.remember(aPlan(), 'kept');
    expect(learned.present()).toMatchObject([{ kept: 1 }]);
  });

  test('is told in the retoucher’s words', async () => {
    const { learned } = setUp();
    await learned.remember(aPlan(), 'flagged');
    expect(learnedLines(learned.present(), [inlayLocal])).toEqual([]);
    await learned.remember(aPlan(), 'redone');
    expect(learnedLines(learned.present(), [inlayLocal])).toEqual([
      { model: 'Inlay Local', wishes: 'removals', kept: 0, results: 1 },
    ]);
  });

  test('names models as the present list does, also those that it brought', async () => {
    const { learned } = setUp();
    await learned.remember(aPlan(), 'kept');
    expect(learnedLines(learned.present(), [{ ...inlayLocal, label: 'Inlay at Home' }])).toMatchObject([
      { model: 'Inlay at Home' },
    ]);
    expect(learnedLines(learned.present(), [])).toMatchObject([{ model: 'inlay-local' }]);
  });
});
