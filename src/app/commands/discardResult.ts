import type { JobId } from '../../base/ids';
import type { Desk } from '../desk';

/** Lets go of a result for good. */
export function discardResult(id: JobId, { store, tray, refresh }: Desk): void {
  tray.drop(id);
  store.set((state) => ({ ...state, results: state.results.filter((result) => result.id !== id) }));
  refresh();
}
