import type { Commands } from './commands';
import { beginLedger } from './commands/beginLedger';
import { importCatalogFile, restoreCatalog } from './commands/changeCatalog';
import { removeKey, saveKey } from './commands/changeKey';
import { changeSettings } from './commands/changeSettings';
import { chooseModel, pinModel } from './commands/chooseModel';
import { discardResult } from './commands/discardResult';
import { forgetLearned } from './commands/forgetLearned';
import { removeSelection, repeatLast } from './commands/menu';
import { placeResult } from './commands/placeResult';
import { planRequest } from './commands/planRequest';
import { playback } from './commands/playback';
import { readLook } from './commands/readLook';
import { runDraft } from './commands/runDraft';
import { addFile, addReference, lookForPictures } from './commands/showReference';
import { createDesk } from './createDesk';
import type { Desk } from './desk';
import { changedDraft } from './draft';
import { hostInTurns } from './hostInTurns';
import { initialState } from './initialState';
import type { AppParts } from './parts';
import type { PlanReport, Report } from './report';
import type { AppState } from './state';
import { createStore, type Store } from './store';

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
        void desk.account();
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

function createCommands(desk: Desk): Commands {
  const { store, queue, refresh } = desk;
  return {
    show: (view) => {
      store.set((state) => ({ ...state, view }));
    },
    changeDraft: (change) => {
      store.set((state) => ({ ...state, draft: changedDraft(state.draft, change, state.proposal) }));
      refresh();
    },
    chooseModel: (model) => {
      chooseModel(model, desk);
    },
    pinModel: (model) => {
      pinModel(model, desk);
    },
    lookForPictures: () => {
      lookForPictures(desk);
    },
    addFile: () => void addFile(desk),
    addReference: (from) => {
      addReference(from, desk);
    },
    readLook: () => void readLook(desk),
    run: () => void runDraft(desk),
    cancel: () => {
      const { job } = store.get();
      if (job !== undefined) queue.cancel(job.id);
    },
    place: (id) => void placeResult(id, desk, 'retoucher'),
    discard: (id) => {
      discardResult(id, desk);
    },
    beginLedger: () => void beginLedger(desk),
    forgetLearned: () => void forgetLearned(desk),
    importCatalog: () => void importCatalogFile(desk),
    restoreCatalog: () => void restoreCatalog(desk),
    saveKey: (service, key) => void saveKey(service, key, desk),
    removeKey: (service) => void removeKey(service, desk),
    changeSettings: (change) => void changeSettings(change, desk),
    dismissNotice: () => {
      store.set((state) => ({ ...state, notice: undefined }));
    },
  };
}
