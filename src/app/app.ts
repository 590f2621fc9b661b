import { InlayError } from '../base/errors';
import { createTurns } from '../base/turns';
import { newcomer } from '../edit/plan';
import { createCatalogInUse } from './catalogInUse';
import { readCircumstances } from './circumstances';
import type { Commands } from './commands';
import { importCatalogFile, restoreCatalog } from './commands/changeCatalog';
import { discardResult } from './commands/discardResult';
import { forgetLearned } from './commands/forgetLearned';
import { removeSelection, repeatLast } from './commands/menu';
import { placeResult } from './commands/placeResult';
import { planRequest } from './commands/planRequest';
import { playback } from './commands/playback';
import { runDraft } from './commands/runDraft';
import type { Desk } from './desk';
import { explain } from './explain';
import { hostInTurns } from './hostInTurns';
import { createQueue } from './jobs/queue';
import { createLearned, learnedLines } from './learned';
import { offerFor } from './offer';
import type { AppParts } from './parts';
import { createPurse } from './purse';
import type { PlanReport, Report } from './report';
import { defaultSettings, type Kept, readKept, writeKept } from './settings';
import type { AppState, Draft } from './state';
import { createStore, type Store } from './store';
import { createTray } from './tray';

/** All that the retoucher can see and do, from the panel, the menu, and a recorded Action. */
export interface App {
  readonly store: Store<AppState>;
  readonly commands: Commands;
  /** Begins to follow the host; answers how to stop. */
  start(): () => void;
  readonly menu: { repeatLast(): Promise<void>; removeSelection(): Promise<void> };
  playback(info: unknown): Promise<Report>;
  plan(info: unknown): Promise<PlanReport>;
}

export function createApp(given: AppParts): App {
  const parts = { ...given, host: hostInTurns(given.host) };
  const store = createStore(initialState);
  const desk = createDesk(parts, store);
  return {
    store,
    commands: createCommands(desk),
    start() {
      void desk.kept.read().then(({ settings }) => {
        store.set((state) => ({ ...state, settings }));
      });
      void Promise.all([desk.circumstances.look(), desk.purse.look()]).then(desk.refresh);
      void desk.catalog.ready().then((source) => {
        store.set((state) => ({ ...state, catalog: source }));
      });
      desk.refresh();
      return parts.host.watch(desk.refresh);
    },
    menu: { repeatLast: () => repeatLast(desk), removeSelection: () => removeSelection(desk) },
    playback: (info) => playback(info, desk),
    plan: (info) => planRequest(info, desk),
  };
}

const initialDraft: Draft = { operation: 'remove', prompt: '', model: 'auto', helpers: {}, grow: 0, feather: 6 };

const initialState: AppState = {
  view: 'edit',
  document: undefined,
  draft: initialDraft,
  offer: { kind: 'blocked', why: explain(new InlayError('host.no-document', {})) },
  job: undefined,
  results: [],
  placed: [],
  notice: undefined,
  settings: defaultSettings,
  learned: [],
  catalog: 'built-in',
};

function createDesk(parts: AppParts, store: Store<AppState>): Desk {
  const tray = createTray();
  const kept = keptIn(parts, store);
  const learned = createLearned(parts.storage, (history) => {
    store.set((state) => ({ ...state, learned: learnedLines(history) }));
    refresh();
  });
  const catalog = createCatalogInUse(parts.storage, parts.models);
  const circumstances = circumstancesIn(parts, { learned, catalog });
  const purse = createPurse(parts.storage);
  const refresh = () => {
    const glance = parts.host.glance();
    const document = glance.kind === 'document' ? glance : undefined;
    store.set((state) => {
      const busy = state.job?.state.kind === 'running' || state.job?.state.kind === 'waiting';
      const full = tray.isFull() ? new InlayError('edit.tray-full', {}) : undefined;
      const offer = busy
        ? ({ kind: 'running' } as const)
        : offerFor(
            document,
            state.draft,
            { models: parts.models.present(), circumstances: circumstances.present() },
            full,
            (dollars) => purse.objection(dollars, undefined, state.settings),
          );
      return { ...state, document, offer };
    });
  };
  const queue = createQueue(jobsAtOnce);
  return { parts, store, tray, kept, circumstances, learned, catalog, refresh, purse, queue };
}

/**
 * Most of their time jobs wait for a service, which has a limit of its own: with some more under way than it takes, its
 * next one is ready when a place is free. What each holds in memory is what limits their number.
 */
const jobsAtOnce = 12;

/** Keys may come and go at any time: whoever runs an edit looks first. */
function circumstancesIn(
  parts: AppParts,
  { learned, catalog }: Pick<Desk, 'learned' | 'catalog'>,
): Desk['circumstances'] {
  let seen = newcomer;
  const present = () => ({ ...seen, history: learned.present() });
  return {
    present,
    async look() {
      await catalog.ready();
      await learned.read();
      seen = await readCircumstances(parts);
      return present();
    },
  };
}

/** Read from the storage once; every change is written, and told if it cannot be. */
function keptIn({ storage }: AppParts, store: Store<AppState>): Desk['kept'] {
  let value: Promise<Kept> | undefined;
  const inTurn = createTurns();
  const read = () => (value ??= readKept(storage));
  return {
    read,
    async change(change) {
      const changed = read().then(change);
      value = changed;
      const next = await changed;
      store.set((state) => ({ ...state, settings: next.settings }));
      try {
        await inTurn(() => writeKept(storage, next));
      } catch (error) {
        if (!(error instanceof InlayError)) throw error;
        store.set((state) => ({ ...state, notice: explain(error) }));
      }
    },
  };
}

function createCommands(desk: Desk): Commands {
  const { store, queue, refresh } = desk;
  return {
    show: (view) => {
      store.set((state) => ({ ...state, view }));
    },
    changeDraft: (change) => {
      store.set((state) => ({ ...state, draft: { ...state.draft, ...change } }));
      refresh();
    },
    run: () => void runDraft(desk),
    cancel: () => {
      const { job } = store.get();
      if (job !== undefined) queue.cancel(job.id);
    },
    place: (id) => void placeResult(id, desk),
    discard: (id) => {
      discardResult(id, desk);
    },
    forgetLearned: () => void forgetLearned(desk),
    importCatalog: () => void importCatalogFile(desk),
    restoreCatalog: () => void restoreCatalog(desk),
    changeSettings: (change) =>
      void desk.kept.change((before) => ({ ...before, settings: { ...before.settings, ...change } })),
    dismissNotice: () => {
      store.set((state) => ({ ...state, notice: undefined }));
    },
  };
}
