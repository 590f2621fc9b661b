import { InlayError } from '../../base/errors';
import type { Desk } from '../desk';
import { explain } from '../explain';

/** Forgets what the choice of models has learned; tells where the file cannot be written. */
export async function forgetLearned({ learned, refresh, store }: Desk): Promise<void> {
  try {
    await learned.forget();
  } catch (error) {
    if (!(error instanceof InlayError)) throw error;
    store.set((state) => ({ ...state, notice: explain(error) }));
  }
  refresh();
}
