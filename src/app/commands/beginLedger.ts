import { InlayError } from '../../base/errors';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { beginLedger as begin } from '../ledger';

/** Counts from nothing again, where what was spent cannot be read; the damaged file is put aside. */
export async function beginLedger({ parts, store, purse, account, refresh }: Desk): Promise<void> {
  try {
    await begin(parts.storage);
  } catch (error) {
    if (!(error instanceof InlayError)) throw error;
    store.set((state) => ({ ...state, notice: explain(error) }));
  }
  await Promise.all([purse.look(), account()]);
  refresh();
}
