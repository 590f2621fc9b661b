import { startOfMonth, startOfToday } from '../base/clock';
import { InlayError } from '../base/errors';
import { createTurns } from '../base/turns';
import { operations } from '../edit/operations';
import { type Circumstances, newcomer } from '../edit/plan';
import { nameOfReference } from '../edit/requestFields';
import type { History } from '../routing/learn';
import { createBeneath } from './beneath';
import { createCatalogInUse } from './catalogInUse';
import { readCircumstances } from './circumstances';
import type { Desk } from './desk';
import { draftFor } from './draft';
import { explain } from './explain';
import { createQueue } from './jobs/queue';
import { createLearned, learnedLines } from './learned';
import { readLedger } from './ledger';
import { canDo, offerFor } from './offer';
import type { AppParts } from './parts';
import { following, proposalFor } from './proposal';
import { createPurse } from './purse';
import { readServices } from './services';
import { type Kept, readKept, writeKept } from './settings';
import { spendingOf } from './spending';
import type { AppState } from './state';
import type { Store } from './store';
import { createTray } from './tray';

/** What every command works with, put together from the app's parts. */
export function createDesk(parts: AppParts, store: Store<AppState>): Desk {
  const tray = createTray();
  const kept = keptIn(parts, store);
  const showLearned = (history: History) => {
    const models = parts.models.present().map(({ spec }) => spec);
    store.set((state) => ({ ...state, learned: learnedLines(history, models) }));
  };
  const learned = createLearned(parts.storage, (history) => {
    showLearned(history);
    refresh();
  });
  const catalog = createCatalogInUse(parts.storage, {
    ...parts.models,
    use(other) {
      parts.models.use(other);
      showLearned(learned.present());
    },
  });
  const circumstances = circumstancesIn(parts, store, { learned, catalog });
  const account = accountIn(parts, store);
  const purse = createPurse(parts.storage, () => void account());
  const refresh = () => {
    const glance = parts.host.glance();
    const document = glance.kind === 'document' ? glance : undefined;
    store.set((state) => {
      const means = {
        models: parts.models.present(),
        circumstances: circumstances.present(),
        settings: state.settings,
        beneath: document === undefined ? [] : beneath.present(document.document),
      };
      const proposal = proposalFor({ document, draft: state.draft, canDo: (operation) => canDo(operation, means) });
      const draft = draftFor(document?.document, following(state.draft, proposal));
      const full = tray.isFull() ? new InlayError('edit.tray-full', {}) : missingReference(draft, document, parts.host);
      const offer = isBusy(state)
        ? ({ kind: 'running' } as const)
        : offerFor(document, draft, means, full, (dollars) => purse.objection(dollars, undefined, state.settings));
      return { ...state, document, proposal, draft, offer };
    });
    if (document !== undefined && mayChoose(circumstances.present())) void beneath.look(document.document);
  };
  const beneath = createBeneath(parts.host, () => {
    refresh();
  });
  const queue = createQueue(jobsAtOnce);
  return { parts, store, tray, kept, circumstances, learned, catalog, refresh, purse, account, queue };
}

/** A layer may have been renamed since, or another document is in front. */
function missingReference(
  { operation, references }: AppState['draft'],
  document: AppState['document'],
  host: AppParts['host'],
): InlayError | undefined {
  if (document === undefined || !('references' in operations[operation].request.shape)) return undefined;
  const gone = references.find(
    ({ from }) => from.kind !== 'file' && host.findPicture(document.document, from) === undefined,
  );
  return gone && new InlayError('edit.reference-gone', { reference: nameOfReference(gone) });
}

/** Without a service of theirs there is one model, whatever lies beneath: nothing has to be looked at. */
function mayChoose({ configured }: Circumstances): boolean {
  return configured.keys.length > 0 || configured.endpoints.length > 0;
}

function isBusy({ job }: AppState): boolean {
  return job?.state.kind === 'running' || job?.state.kind === 'waiting';
}

/**
 * Most of their time jobs wait for a service, which has a limit of its own: with some more under way than it takes, its
 * next one is ready when a place is free. What each holds in memory is what limits their number.
 */
const jobsAtOnce = 12;

/** Keys may come and go at any time: whoever runs an edit looks first. */
function circumstancesIn(
  parts: AppParts,
  store: Store<AppState>,
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
      const { settings } = await readKept(parts.storage);
      const models = parts.models.present().map(({ spec }) => spec);
      const services = await readServices(seen.providers, models, settings, parts.secrets);
      store.set((state) => ({ ...state, services }));
      return present();
    },
  };
}

/** Shows what was spent. */
function accountIn({ storage }: AppParts, store: Store<AppState>): Desk['account'] {
  return async () => {
    const ledger = await readLedger(storage);
    const since = { day: startOfToday(), month: startOfMonth() };
    store.set((state) => ({ ...state, spending: spendingOf(ledger, state.settings.client, since) }));
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
