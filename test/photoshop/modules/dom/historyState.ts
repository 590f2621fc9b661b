import { platformError } from '../errors';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor } from '../targets';

export type HistoryStateObject = ReturnType<typeof createHistoryState>;

export function createHistoryState(session: Session, docId: number, id: number) {
  const entry = () => {
    const found = documentFor(session, docId).history.states.find((state) => state.id === id);
    if (!found) throw platformError('The history state is not available.', -25922);
    return found;
  };
  return strict(session.book, 'HistoryState', {
    typename: 'HistoryState' as const,
    id,
    docId,
    get name() {
      return entry().name;
    },
    snapshot: false,
  });
}
