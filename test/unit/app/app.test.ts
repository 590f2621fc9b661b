import { createApp } from '../../../src/app/app';
import { explanations } from '../../../src/app/explain';
import { failedReport } from '../../../src/app/report';
import type { AppState } from '../../../src/app/state';
import { delay } from '../../../src/base/delay';
import { InlayError } from '../../../src/base/errors';
import { type DocumentId, jobId } from '../../../src/base/ids';
import { catalog } from '../../../src/routing/catalog';
import type { Catalog, EditModel } from '../../../src/routing/model';
import {
  createMemoryHost,
  createMemoryPicker,
  createMemoryRecorder,
  createMemorySecrets,
  createMemoryStorage,
  openDocument,
} from '../../support/memoryHost';
import { createScriptedModel, untilCancelled } from '../../support/scriptedModel';

function setUp(texts: ReadonlyMap<string, string> = new Map(), chosen?: string) {
  const picker = createMemoryPicker(chosen);
  const [host, storage, recorder, model] = [
    createMemoryHost(),
    createMemoryStorage(),
    createMemoryRecorder(),
    createScriptedModel(),
  ];
  for (const [name, text] of texts) storage.texts.set(name, text);
  let shelf: readonly EditModel[] = [model];
  const use = (catalog: Catalog) => (shelf = [model, ...catalog.models.map((spec) => ({ ...model, spec }))]);
  const secrets = createMemorySecrets();
  let drawn = 0;
  const app = createApp({
    ...{ host, storage, recorder, secrets, picker, models: { present: () => shelf, use } },
    drawSeed: () => ++drawn,
    drawJobId: () => jobId(`job-${String(++drawn)}`),
  });
  app.start();
  const until = (reached: (state: AppState) => boolean) =>
    new Promise<AppState>((resolve) => {
      const look = () => {
        if (!reached(app.store.get())) return;
        stop();
        resolve(app.store.get());
      };
      const stop = app.store.subscribe(look);
      look();
    });
  return { app, host, storage, recorder, secrets, model, until, shelve: use };
}

describe('running what the panel shows', () => {
  test('ends with a result that waits for a decision, and nothing placed', async () => {
    const { app, host, until } = setUp();
    app.commands.run();
    expect(app.store.get()).toMatchObject({ view: 'results', offer: { kind: 'running' } });
    const { results, job, offer } = await until((state) => state.results.length === 1 && state.offer.kind === 'ready');
    expect(results).toMatchObject([{ operation: 'remove', documentTitle: 'hero.psd', price: 'Free', placing: false }]);
    expect(job?.state).toEqual({ kind: 'done' });
    expect(job?.steps.map(({ step }) => step)).toEqual([
      'survey',
      'plan',
      'capture',
      'call',
      'finish',
      'stitch',
      'check',
    ]);
    expect(offer).toMatchObject({ kind: 'ready', model: 'Inlay Local', price: 'Free', scale: 'native' });
    expect(host.added).toEqual([]);
  });

  test('places the result at once if the settings say so', async () => {
    const { app, host, until } = setUp();
    app.commands.changeSettings({ placeAutomatically: true });
    app.commands.run();
    const { results, placed } = await until((state) => state.placed.length === 1);
    expect(results).toEqual([]);
    expect(placed[0]?.title).toBe('Remove · Inlay Local · native');
    expect(host.added).toHaveLength(1);
  });

  test('learns nothing from what is placed by the settings', async () => {
    const { app, storage, until } = setUp();
    app.commands.changeSettings({ placeAutomatically: true });
    app.commands.run();
    await until((state) => state.placed.length === 1);
    while (!storage.texts.has('history.json')) await delay(1);
    await delay(5);
    expect(app.store.get().learned).toEqual([]);
  });

  test('can be cancelled, and then asks for nothing more', async () => {
    const { app, host, model, until } = setUp();
    model.next = untilCancelled;
    app.commands.run();
    await until(({ job }) => job?.state.kind === 'running' && job.state.step === 'call');
    app.commands.cancel();
    const { results } = await until(({ job, offer }) => job?.state.kind === 'cancelled' && offer.kind === 'ready');
    expect(results).toEqual([]);
    expect(host.added).toEqual([]);
  });

  test('that fails says in which step, and the next one can begin', async () => {
    const { app, host, until } = setUp();
    host.failing.set('survey', new InlayError('host.busy', {}));
    app.commands.run();
    const { job } = await until(({ job: last, offer }) => last?.state.kind === 'failed' && offer.kind === 'ready');
    expect(job?.state).toMatchObject({ kind: 'failed', step: 'survey', error: { code: 'host.busy' } });
  });

  test('does nothing where the offer is blocked', () => {
    const { app, host } = setUp();
    host.see({ kind: 'no-document' });
    app.commands.run();
    expect(app.store.get()).toMatchObject({ view: 'edit', job: undefined, offer: { kind: 'blocked' } });
  });
});

describe('a result', () => {
  async function withResult() {
    const world = setUp();
    world.app.commands.run();
    const { results } = await world.until((state) => state.results.length === 1 && state.offer.kind === 'ready');
    return { ...world, id: results[0]?.id ?? jobId('none') };
  }

  test('becomes a layer that knows how it was made', async () => {
    const { app, host, recorder, storage, until, id } = await withResult();
    app.commands.place(id);
    await until(({ placed }) => placed.length === 1);
    const [layer] = host.added;
    expect(layer).toMatchObject({ maskInDocument: { left: 19, top: 19, right: 45, bottom: 45 } });
    expect(JSON.parse(layer?.provenance ?? '')).toMatchObject({
      model: 'inlay-local',
      request: { operation: 'remove' },
    });
    while (!storage.texts.has('history.json')) await delay(1);
    expect(recorder.steps).toMatchObject([{ operation: 'remove', feather: 6 }]);
  });

  test('that is placed or discarded is learned from, and that can be forgotten', async () => {
    const { app, until, id } = await withResult();
    app.commands.place(id);
    await until(({ learned }) => learned.some(({ kept }) => kept === 1));
    app.commands.run();
    const { results } = await until((state) => state.results.length === 1 && state.offer.kind === 'ready');
    app.commands.discard(results[0]?.id ?? id);
    const { learned } = await until((state) => state.learned.some((line) => line.results === 2));
    expect(learned).toEqual([{ model: 'Inlay Local', wishes: 'removals', kept: 1, results: 2 }]);
    app.commands.forgetLearned();
    await until((state) => state.learned.length === 0);
  });

  test('goes on waiting when it cannot be placed, and the notice says why', async () => {
    const { app, host, until, id } = await withResult();
    host.failing.set('change', new InlayError('host.document-closed', { title: 'hero.psd' }));
    app.commands.place(id);
    const { results, notice } = await until((state) => state.notice !== undefined);
    expect(results).toMatchObject([{ id, placing: false }]);
    expect(notice?.title).toBe('“hero.psd” was closed');
  });

  test('that is placed twice in a row is placed once', async () => {
    const { app, host, until, id } = await withResult();
    app.commands.place(id);
    app.commands.place(id);
    await until(({ placed }) => placed.length === 1);
    expect(host.added).toHaveLength(1);
  });

  test('that is discarded lets go of its pictures', async () => {
    const { app, host, id } = await withResult();
    expect(host.shown.size).toBe(2);
    app.commands.discard(id);
    expect(host.shown.size).toBe(0);
    expect(app.store.get().results).toEqual([]);
  });
});

describe('the menu', () => {
  test('removes what is selected, with grow and feather as the panel has them', async () => {
    const { app, host, model } = setUp();
    app.commands.changeDraft({ grow: 3, feather: 0 });
    await app.menu.removeSelection();
    expect(host.added).toHaveLength(1);
    expect(model.calls).toHaveLength(1);
    expect(host.told).toEqual([]);
  });

  test('repeats the last edit, also in another session', async () => {
    const { app, storage, model } = setUp();
    app.commands.changeDraft({ grow: 5 });
    await app.menu.removeSelection();
    const later = setUp(storage.texts);
    await later.app.menu.repeatLast();
    expect(later.host.added).toHaveLength(1);
    expect(JSON.parse(later.host.added[0]?.provenance ?? '')).toMatchObject({ request: { grow: 5 } });
    expect(model.calls).toHaveLength(1);
  });

  test('says so where there is nothing to repeat', async () => {
    const { app, host } = setUp();
    await app.menu.repeatLast();
    expect(host.told).toEqual(['There is no edit to repeat yet. Run an edit from the panel first.']);
  });

  test('says in a box what went wrong, since the panel may be closed', async () => {
    const { app, host } = setUp();
    host.failing.set('survey', new InlayError('edit.no-selection', {}));
    await app.menu.removeSelection();
    expect(host.told).toEqual(['Nothing is selected. Select what should go, with any selection tool.']);
  });
});

describe('a played Action', () => {
  test('gets the report of its edit', async () => {
    const { app } = setUp();
    expect(await app.playback({ operation: 'remove', seed: 4 })).toMatchObject({
      outcome: 'placed',
      operation: 'remove',
      seed: 4,
      route: { model: 'inlay-local', price: 'Free', scale: 'native' },
      layers: [{ name: 'Remove · Inlay Local · native' }],
    });
  });

  test.each([[{ operation: 'paint' }], ['remove'], [null], [{ operation: 'remove', grow: 'much' }]])(
    'is told what is wrong with a request such as %j',
    async (request) => {
      const { app, host } = setUp();
      const report = await app.playback(request);
      expect(report.outcome).toBe('failed');
      expect(host.added).toEqual([]);
    },
  );

  test('is told when Photoshop stands still, and can be set not to wait', async () => {
    const { app, host, until } = setUp();
    host.failing.set('survey', new InlayError('host.busy', {}));
    expect(await app.playback({ operation: 'remove' })).toEqual(failedReport(explanations['host.modal-playback']({})));
    app.commands.changeSettings({ actionsWait: false });
    expect(await app.playback({ operation: 'remove' })).toEqual({ outcome: 'started' });
    await until(({ job }) => job?.state.kind === 'done');
    expect(host.added).toHaveLength(1);
  });

  test('is told of another plugin by its name', async () => {
    const { app, host } = setUp();
    host.failing.set('survey', new InlayError('host.busy', { holder: 'the plugin other' }));
    expect(await app.playback({ operation: 'remove' })).toMatchObject({
      reason: expect.stringMatching('the plugin other') as unknown,
    });
  });

  test('that does not wait hears of a failure in a box', async () => {
    const { app, host, until } = setUp();
    app.commands.changeSettings({ actionsWait: false });
    host.failing.set('survey', new InlayError('host.busy', {}));
    await app.playback({ operation: 'remove' });
    await until(({ job }) => job?.state.kind === 'failed');
    await delay(0);
    expect(host.told).toEqual([expect.stringMatching(/^Photoshop is busy/)]);
  });
});

describe('what outlives the session', () => {
  test('is told when it cannot be kept, while the layer stands', async () => {
    const { app, host, storage, until } = setUp();
    storage.failure = new InlayError('host.disk-full', { doing: 'keep its settings' });
    await app.menu.removeSelection();
    expect(host.added).toHaveLength(1);
    const { notice } = await until((state) => state.notice !== undefined);
    expect(notice?.title).toBe('The disk is full: Inlay could not keep its settings');
  });

  test.each(['', '{', '[]', '{"settings":7}', '{"lastRequest":{"operation":"paint"}}'])(
    'is as good as none when it is damaged: %s',
    async (text) => {
      const { app, host } = setUp(
        new Map([
          ['settings.json', text],
          ['history.json', text],
        ]),
      );
      await app.menu.removeSelection();
      expect(host.added).toHaveLength(1);
    },
  );
});

test('the offer follows the document in front', () => {
  const { app, host } = setUp();
  expect(app.store.get().offer).toMatchObject({ kind: 'ready', sent: { width: 64, height: 64 } });
  host.see({ ...openDocument, obstacle: new InlayError('host.quick-mask', {}) });
  expect(app.store.get().offer).toMatchObject({ kind: 'blocked', why: { title: 'Quick Mask is on' } });
});

test('the offer counts the edits that a region has been through already', async () => {
  const { app, host, shelve, secrets, until } = setUp();
  secrets.kept.set('gemini', 'k').set('openai', 'k');
  shelve(catalog);
  app.commands.changeDraft({ operation: 'inpaint', prompt: 'a sign “OPEN”' });
  app.commands.changeSettings({});
  const offered = (id: string) => until(({ offer }) => offer.kind === 'ready' && offer.modelId === id);
  await offered('gpt-image-1.5');
  const layer = { bounds: { left: 0, top: 0, right: 64, bottom: 64 }, provenance: '{}' };
  host.beneath.push(...Array<typeof layer>(6).fill(layer));
  host.see(openDocument);
  await offered('gemini-nano-banana-2.1');
});

describe('light and grade of the picture', () => {
  const gradeOf = ({ offer }: AppState) =>
    offer.kind === 'ready' ? offer.additions.find(({ helper }) => helper === 'grade')?.text : undefined;

  async function measured() {
    const world = setUp();
    const { app, secrets, shelve, until } = world;
    secrets.kept.set('bfl', 'k');
    shelve(catalog);
    app.commands.changeDraft({ operation: 'inpaint', prompt: 'a vase' });
    app.commands.changeSettings({});
    await until((state) => gradeOf(state) === 'Keep white balance, contrast and color grade as they are.');
    app.commands.readLook();
    await until((state) => state.draft.seen !== undefined && gradeOf(state)?.startsWith('Keep this') === true);
    return world;
  }

  test('are read when they are asked for, and shown among the words that are added, to be changed', async () => {
    const { app } = await measured();
    expect(gradeOf(app.store.get())).toBe(
      'Keep this color grade: neutral in temperature, low contrast, muted colors, midtones; mostly gray.',
    );
  });

  test('are not told of another target, of another document, or where the light is to change', async () => {
    const { app, host } = await measured();
    host.see({ ...openDocument, selection: { left: 4, top: 4, right: 20, bottom: 20 } });
    expect(gradeOf(app.store.get())).toMatch(/^Keep white balance/);
    host.see(openDocument);
    expect(gradeOf(app.store.get())).toMatch(/^Keep this color grade/);
    app.commands.changeDraft({ prompt: 'warmer light' });
    expect(gradeOf(app.store.get())).toBeUndefined();
    app.commands.changeDraft({ prompt: 'a vase' });
    host.see({ ...openDocument, document: 2 as DocumentId });
    host.see(openDocument);
    expect(gradeOf(app.store.get())).toMatch(/^Keep white balance/);
  });

  test('tell in a notice why they cannot be read', async () => {
    const { app, host, until } = setUp();
    host.failing.set('survey', new InlayError('host.busy', {}));
    app.commands.readLook();
    expect((await until(({ notice }) => notice !== undefined)).notice?.title).toBe('Photoshop is busy');
  });
});

describe('a catalog file', () => {
  const renamed = JSON.stringify({
    ...catalog,
    models: catalog.models.map((spec) => (spec.id === 'inlay-local' ? { ...spec, label: 'Inlay at Home' } : spec)),
  });

  test('takes the place of the models, for later sessions as well, until it is given up', async () => {
    const { app, storage, until } = setUp(new Map(), renamed);
    app.commands.importCatalog();
    await until((state) => state.catalog === 'file');
    const later = setUp(storage.texts);
    await later.until((state) => state.catalog === 'file');
    app.commands.restoreCatalog();
    await until((state) => state.catalog === 'built-in');
    expect(storage.texts.get('catalog.json')).toBe('');
  });

  test('that is none changes nothing, and the notice says why', async () => {
    const { app, storage, until } = setUp(new Map(), '{"version":2}');
    app.commands.importCatalog();
    const { notice, catalog: source } = await until((state) => state.notice !== undefined);
    expect(notice?.title).toBe('The catalog file cannot be used');
    expect(source).toBe('built-in');
    expect(storage.texts.has('catalog.json')).toBe(false);
  });

  test('changes nothing where none was chosen', async () => {
    const { app, until } = setUp();
    app.commands.importCatalog();
    expect((await until(() => true)).catalog).toBe('built-in');
  });
});
