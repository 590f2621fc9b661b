import { InlayError } from '../base/errors';
import type { EditRequest } from '../edit/operations';
import type { EditPlan } from '../edit/plan';
import type { Storage } from '../host/host';
import {
  emptyHistory,
  type Happening,
  type History,
  historySchema,
  remember,
  resultsOf,
  type Subject,
} from '../routing/learn';
import type { ModelSpec } from '../routing/model';
import { wishesInWords } from './routeWords';
import type { LearnedLine } from './state';

const file = 'learned.json';

/** What was kept and discarded, for the choice of models. It stays in the plugin's own folder on this machine. */
export interface Learned {
  /** What is known now; nothing before the first `read`. */
  readonly present: () => History;
  read(): Promise<History>;
  /**
   * One more result; every run of an edit counts once, however many variants it has. What cannot be written is known
   * until the session ends.
   */
  remember(plan: EditPlan, happening: Happening): Promise<void>;
  /** The first answer of this run was placed by itself: that another one is discarded says nothing of the model. */
  placedUnasked(plan: EditPlan): void;
  /** Forgets everything. Throws `host.disk-full` or `host.storage`. */
  forget(): Promise<void>;
}

/** `onChange` is told whenever what is known has changed. */
export function createLearned(storage: Storage, onChange: (history: History) => void): Learned {
  let present = emptyHistory;
  let reading: Promise<History> | undefined;
  const decided = new WeakSet<EditRequest>();
  const unasked = new WeakSet<EditRequest>();
  const know = (history: History) => {
    present = history;
    onChange(history);
    return history;
  };
  const read = () => (reading ??= readFrom(storage).then(know));
  return {
    present: () => present,
    async read() {
      await read();
      return present;
    },
    async remember(plan, happening) {
      if (happening !== 'flagged') {
        const saysNothing = happening !== 'kept' && unasked.has(plan.request);
        if (saysNothing || decided.has(plan.request)) return;
        decided.add(plan.request);
      }
      await read();
      know(remember(present, subjectOf(plan), happening));
      await writeIfPossible(storage, present);
    },
    placedUnasked(plan) {
      unasked.add(plan.request);
    },
    async forget() {
      await read();
      know(emptyHistory);
      await storage.write(file, JSON.stringify(emptyHistory));
    },
  };
}

/** A damaged file is as good as none. */
async function readFrom(storage: Storage): Promise<History> {
  const text = await storage.read(file);
  try {
    return historySchema.parse(JSON.parse(text ?? '[]'));
  } catch {
    return emptyHistory;
  }
}

async function writeIfPossible(storage: Storage, history: History): Promise<void> {
  try {
    await storage.write(file, JSON.stringify(history));
  } catch (error) {
    if (!(error instanceof InlayError)) throw error;
  }
}

function subjectOf({ route }: EditPlan): Subject {
  return { ...route.wish, family: route.model.spec.family };
}

/** The lines that the panel shows, those with most results first. */
export function learnedLines(
  history: History,
  models: readonly Pick<ModelSpec, 'family' | 'label'>[],
): readonly LearnedLine[] {
  return history
    .map((tally) => ({
      model: models.find(({ family }) => family === tally.family)?.label ?? tally.family,
      wishes: wishesInWords(tally.pattern),
      kept: tally.kept,
      results: resultsOf(tally),
    }))
    .filter(({ results }) => results > 0)
    .sort((a, b) => b.results - a.results);
}
