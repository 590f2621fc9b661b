import type { JobId } from '../../base/ids';
import type { EditRequest } from '../../edit/operations';
import type { Desk } from '../desk';

/** Lets go of a result for good. */
export function discardResult(id: JobId, desk: Desk): void {
  const { store, tray, learned, refresh } = desk;
  const plan = tray.get(id)?.variant.plan;
  tray.drop(id);
  store.set((state) => ({ ...state, results: state.results.filter((result) => result.id !== id) }));
  const waiting = waitingRequests(desk);
  // while another variant of the same run waits, nothing is decided
  if (plan !== undefined && !waiting.includes(plan.request)) {
    void learned.remember(plan, waiting.some((other) => isSameWish(other, plan.request)) ? 'redone' : 'discarded');
  }
  refresh();
}

function waitingRequests({ store, tray }: Pick<Desk, 'store' | 'tray'>): readonly EditRequest[] {
  return store.get().results.flatMap(({ id }) => tray.get(id)?.variant.plan.request ?? []);
}

/** Asked for once more. */
function isSameWish(a: EditRequest, b: EditRequest): boolean {
  return a.operation === b.operation && a.prompt === b.prompt;
}
