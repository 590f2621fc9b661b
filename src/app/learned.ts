import { InlayError } from '../base/errors';
import type { EditPlan } from '../edit/plan';
import type { Storage } from '../host/host';
import { classify } from '../routing/classify';
import { emptyHistory, type Happening, type History, historySchema, remember, type Subject } from '../routing/learn';

const file = 'learned.json';

/** What was kept and discarded, for the choice of models. It stays in the plugin's own folder on this machine. */
export interface Learned {
  /** What is known now; nothing before the first `read`. */
  readonly present: () => History;
  read(): Promise<History>;
  /** One more result. What cannot be written is known until the session ends. */
  remember(plan: EditPlan, happening: Happening): Promise<void>;
  /** Forgets everything. Throws `host.disk-full` or `host.storage`. */
  forget(): Promise<void>;
}

export function createLearned(storage: Storage): Learned {
  let present = emptyHistory;
  let reading: Promise<History> | undefined;
  const read = () => (reading ??= readFrom(storage).then((history) => (present = history)));
  return {
    present: () => present,
    read,
    async remember(plan, happening) {
      await read();
      present = remember(present, subjectOf(plan), happening);
      await writeIfPossible(storage, present);
    },
    async forget() {
      await read();
      present = emptyHistory;
      await storage.write(file, JSON.stringify(present));
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

function subjectOf({ request: { operation, prompt }, route }: EditPlan): Subject {
  return { operation, pattern: classify(operation, prompt, []), family: route.model.spec.family };
}
